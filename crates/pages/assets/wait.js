// A clock that runs down beside the sentence that already says how long to wait.
for (const timer of document.querySelectorAll("[data-wait]")) {
  const left = timer.querySelector("[data-left]");
  const over = timer.querySelector("[data-over]");
  const end = performance.now() + Number(timer.dataset.wait) * 1000;
  const show = () => {
    const seconds = Math.ceil((end - performance.now()) / 1000);
    if (seconds <= 0) {
      left.hidden = true;
      over.hidden = false;
      clearInterval(ticking);
      return;
    }
    const minutes = Math.floor(seconds / 60);
    left.textContent = `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
  };
  const ticking = setInterval(show, 250);
  show();
  timer.hidden = false;
}
