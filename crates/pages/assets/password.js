// Show password: the button is hidden until this runs.
for (const button of document.querySelectorAll("[data-reveal]")) {
  const field = document.getElementById(button.dataset.reveal);
  button.hidden = false;
  button.addEventListener("click", () => {
    const other = button.textContent;
    field.type = field.type === "password" ? "text" : "password";
    button.textContent = button.dataset.other;
    button.dataset.other = other;
  });
  // What is sent is a password again, so that browsers offer to keep it.
  field.form.addEventListener("submit", () => { field.type = "password"; });
}
