// A button that copies the text of a field. Without a script it stays hidden, and the text is selected by hand.
import { copyText } from "./copy";

document.querySelectorAll<HTMLButtonElement>("button[data-copy]").forEach((button) => {
  const field = document.getElementById(button.dataset.copy ?? "");
  if (!(field instanceof HTMLTextAreaElement)) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (!(await copyText(field.value, field))) return;
    const label = button.querySelector("span") ?? button;
    label.textContent = button.dataset.copied ?? "";
  });
});
