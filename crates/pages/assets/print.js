// Print: the browser's own print window; how the paper looks is in the style sheet.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
