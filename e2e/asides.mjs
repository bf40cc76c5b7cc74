// What people may do beside the task: each once in a meeting, where a screen first offers it.
import { hold } from "./browser.mjs";

export function asides({ check, leader, phones, lang }) {
  const done = new Set();
  const once = async (name, offered, run) => {
    if (done.has(name) || (await offered.count()) === 0) return;
    done.add(name);
    await run();
  };
  const [first, second] = phones;
  return {
    done,

    // The screen that shows where to go, before the clock is started.
    async change() {
      for (const phone of phones) {
        await once(`arrow-${phones.indexOf(phone)}`, phone.locator("svg.ph-room .arr"), async () => {
          await phone.evaluate(() => scrollTo(0, 0));
          await hold(check, phone, `${lang} arrow ${phones.indexOf(phone)} phone`);
        });
        await once(`change-${phones.indexOf(phone)}`, phone.locator("svg.ph-room"), async () => {
          await phone.evaluate(() => scrollTo(0, 0));
          await hold(check, phone, `${lang} change of place ${phones.indexOf(phone)} phone`);
        });
      }
    },

    async duringStep() {
      await once("hint", first.locator("textarea[data-field-key*=note], textarea[data-field-key*=strength]"), () => hint(first));
      await once("taken back", second.locator("form[id^=take-back-]"), () => takeBack(check, second, lang));
      for (const phone of phones) {
        await once("borrowed", phone.locator("form[id^=borrow-]"), () => borrow(check, phone, lang));
      }
      await once("moved", leader.locator("form[id^=earlier-]"), () => move(check, leader, lang));
      for (const phone of phones) {
        await once(`goals-${phones.indexOf(phone)}`, phone.locator("#goals-asked"), () => answer(check, phone, lang));
      }
    },
  };
}

async function hint(phone) {
  const area = phone.locator("textarea[data-field-key*=note], textarea[data-field-key*=strength]").first();
  const key = await area.getAttribute("data-field-key");
  const before = await area.inputValue();
  await area.fill("Vi lytter");
  await phone.locator(`#${key}-hint:not([hidden])`).waitFor();
  await area.fill(before === "" ? "Vi lytter til elevene i hver time" : before);
  await area.blur();
  await phone.locator(`#${key}-hint[hidden]`).waitFor({ state: "attached" });
}

// By keyboard: the button, then «Angre» in its place.
async function takeBack(check, phone, lang) {
  const take = phone.locator("form[id^=take-back-] button").first();
  const id = (await phone.locator("form[id^=take-back-]").first().getAttribute("id")).replace("take-back-", "");
  await take.focus();
  await phone.keyboard.press("Enter");
  await phone.locator(`#restore-${id} button`).waitFor();
  await hold(check, phone, `${lang} taken back phone`);
  await phone.locator(`#restore-${id} button`).press("Enter");
  await phone.locator(`#take-back-${id} button`).waitFor();
}

async function borrow(check, phone, lang) {
  const form = phone.locator("form[id^=borrow-]").first();
  const id = await form.getAttribute("id");
  const folded = phone.locator(`details:not([open]):has(#${id}) summary`);
  if ((await folded.count()) > 0) await folded.first().click();
  await phone.locator(`#${id} button[aria-pressed=false]`).click();
  await phone.locator(`#${id} button[aria-pressed=true]`).waitFor();
  await hold(check, phone, `${lang} borrowed phone`);
}

async function move(check, leader, lang) {
  const titles = () => leader.locator(".cn-run li strong").allInnerTexts();
  const before = await titles();
  await leader.locator("form[id^=earlier-] button").last().click();
  await leader.locator("#undo-move button").waitFor();
  const moved = await titles();
  check.that("a coming item moved one place", moved.join() !== before.join(), moved.join());
  await hold(check, leader, `${lang} moved console`);
  await leader.locator("#undo-move button").click();
  await leader.locator("#undo-move").waitFor({ state: "detached" });
  check.that("the move was undone", (await titles()).join() === before.join());
}

async function answer(check, phone, lang) {
  await phone.locator("#goal-0 button[value=partly]").click();
  await phone.locator("#goal-0 button[value=partly][aria-pressed=true]").waitFor();
  await hold(check, phone, `${lang} goals asked phone`);
}
