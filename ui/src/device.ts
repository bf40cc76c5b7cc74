// «Logg av denne enheten»: `<form data-clears-device>` forgets what this device keeps, after trying to deliver it.
// Text that cannot be delivered is not thrown away by one press; the second press is the answer to a plain question.

import { announce } from "./announce";
import { outbox } from "./outbox";
import { forgetAll } from "./store";
import { words } from "./words";

const FLUSH_MS = 3_000;

export function startDevice(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.hasAttribute("data-clears-device")) return;
    event.preventDefault();
    void leave(form);
  });
}

async function leave(form: HTMLFormElement): Promise<void> {
  const asked = form.dataset["asked"] === "yes";
  const left = asked ? 0 : ((await outbox()?.flush(FLUSH_MS)) ?? 0);
  if (left > 0) {
    form.dataset["asked"] = "yes";
    const text = words(form, "unsent", { n: String(left) });
    const place = form.querySelector("[data-leave-status]");
    if (place) place.textContent = text;
    announce(text);
    return;
  }
  await forgetAll();
  form.submit();
}
