// Six digits are a whole code: send it. Only what was typed or pasted by a person, and only once.
for (const field of document.querySelectorAll("[data-six]")) {
  let sent = false;
  field.addEventListener("input", () => {
    const digits = field.value.replace(/[\s-]/g, "");
    if (!sent && /^\d{6}$/.test(digits)) {
      sent = true;
      field.form.requestSubmit();
    }
  });
  // Coming back with the Back button, the page may be asked again.
  addEventListener("pageshow", () => { sent = false; });
}
