// Copy: only where the browser has a clipboard to write to.
if (navigator.clipboard) {
  const said = document.querySelector("[data-copied]");
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      const words = said.textContent;
      said.hidden = false;
      // Set again, so that it is read out.
      said.textContent = "";
      said.textContent = words;
      setTimeout(() => { said.hidden = true; }, 4000);
    });
  }
}
