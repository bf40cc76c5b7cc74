// An old invitation becomes a learning meeting: by mouse, by keyboard alone, and on a narrow phone.
import { device, hold } from "./browser.mjs";

const OLD = `Personalmøte fredag kl. 12.
Saksliste:
1. Rektor legger frem resultatene fra elevundersøkelsen
2. Diskusjon
3. Eventuelt`;

// Advice that is answered before the invitation goes out. Whatever is missing comes before it.
const CLICKS_MAX = 25;

export async function moterad(at) {
  const { server, browser, check } = at;
  if (!server.organiser) throw new Error("the server told no organiser's link");
  await byMouse(at);
  await byKeyboard(at);
  for (const width of [360, 320]) await onPhone(at, width);
  await otherWays(at);
  await withoutScripts(at);
  const page = await desk(at, 1280);
  for (const lang of ["nn", "en"]) {
    await page.goto(`${server.origin}/meetings/import?lang=${lang}`);
    await page.fill("#import-text", OLD);
    await choose(page, lang);
    await hold(check, page, `moterad import ${lang}`);
    await page.click("#import-form button");
    await page.waitForSelector("#advice");
    await hold(check, page, `moterad editor ${lang}`);
    check.that(`the editor speaks ${lang}`, (await page.getAttribute("html", "lang")) === lang);
  }
}

async function desk({ server, browser }, width, more = {}) {
  const page = await device(browser, width, width < 500 ? 740 : 1000, more);
  await page.goto(server.origin + server.organiser);
  return page;
}

// A language chosen on one page is remembered for the next.
async function choose(page, lang) {
  const origin = new URL(page.url()).origin;
  await page.context().addCookies([{ name: "sl_lang", value: lang, url: origin }]);
}

async function byMouse(at) {
  const { check } = at;
  const page = await desk(at, 1440);
  await hold(check, page, "moterad meetings");
  await page.click("a[href='/meetings/import']");
  await hold(check, page, "moterad import");
  await page.click("#import-form button");
  await page.waitForSelector("#import-problem");
  check.that("an empty agenda is answered in words", (await page.textContent("#import-problem")).includes("Lim inn"));
  await hold(check, page, "moterad import empty");
  await page.setInputFiles("#import-file", { name: "a.zip", mimeType: "application/zip", buffer: Buffer.from("PK\u0003\u0004nothing") });
  await page.fill("#import-text", OLD);
  await page.click("#import-form button");
  await page.waitForSelector("#import-problem");
  check.that("a file that is refused leaves the pasted text", (await page.inputValue("#import-text")).startsWith("Personalmøte"));
  await page.click("#import-form button");
  await page.waitForSelector("#advice");
  const rows = await page.locator(".ed-row").count();
  check.that("the points of the agenda are rows of the program", rows === 3, String(rows));
  check.that("guesses are marked", (await page.textContent("#ed-program")).includes("gjettet"));
  const open = await page.locator("#advice-open > li").count();
  check.that("at most seven pieces of advice stand open", open > 0 && open <= 7, String(open));
  await hold(check, page, "moterad editor");
  await unfold(page);
  await hold(check, page, "moterad editor unfolded");

  await setAside(page, check);
  await findQuestion(page, check);
  const clicks = await accept(page, (button) => button.click());
  await times(page);
  check.that(`no «Mangler» is left after ${clicks} clicks`, (await missing(page)) === 0, await missingText(page));
  await hold(check, page, "moterad mended");
  await undo(page, check);

  await page.click("#advice a[href$='/invitation']");
  await page.waitForSelector("#invite-text");
  await hold(check, page, "moterad send");
  const text = await page.inputValue("#invite-text");
  check.that("the invitation has its program and the way in", text.includes("Programmet:") && /kode \d{3} \d{3}/.test(text), text);
  await page.click("#send-form button");
  await page.waitForSelector("#invite-state");
  await hold(check, page, "moterad sent");
  await notMeeting(page, check);
  for (const part of ["program", "run"]) {
    await page.goto(page.url().replace(/invitation$/, `print/${part}`));
    await hold(check, page, `moterad print ${part}`);
    await page.emulateMedia({ media: "print" });
    await hold(check, page, `moterad paper ${part}`);
    await page.emulateMedia({ media: "screen" });
    await page.goBack();
  }
}

async function unfold(page) {
  for (const id of ["advice-checklist", "advice-tips"]) await page.locator(`#${id} > summary`).click();
  await page.locator("#advice-open > li .li-fold > summary").first().click();
}

// Where scripts run, a press changes the page in place; a new version is its sign.
async function pressed(page, press) {
  const before = await page.getAttribute("#ed-version", "value");
  await press();
  await page.waitForFunction((before) => {
    const now = document.querySelector("#ed-version");
    return now instanceof HTMLInputElement && now.getAttribute("value") !== before;
  }, before);
}

const missing = (page) => page.locator("#advice-open > li[data-color=molte]").count();
const missingText = async (page) => (await page.locator("#advice-open > li[data-color=molte] h3").allTextContents()).join(" | ");

// Presses the first remedy of what is missing, one after the other, until nothing has one.
async function accept(page, press) {
  let clicks = 0;
  for (; clicks < CLICKS_MAX; clicks += 1) {
    const button = page.locator("#advice-open > li[data-color=molte] .row button").first();
    if ((await button.count()) === 0) break;
    await pressed(page, () => press(button));
  }
  return clicks;
}

// What only a person knows: when the meeting is, and what it is for.
async function times(page) {
  await page.evaluate(() => document.querySelectorAll("details.ed-fold").forEach((it) => (it.open = true)));
  for (const [name, value] of [
    ["purpose", "Vi møtes for å finne ut hva elevene forteller oss, og hva vi kan gjøre mer av."],
    ["goals", "Hver gruppe har funnet ett moment med begrunnelse"],
    ["starts_at", "2027-04-26T12:00"],
    ["ends_at", "2027-04-26T14:00"],
  ]) {
    const field = page.locator(`[name=${name}]`);
    await pressed(page, async () => {
      await field.fill(value);
      await field.blur();
    });
  }
  await accept(page, (button) => button.click());
}

async function setAside(page, check) {
  const card = page.locator("#advice-open > li").last();
  const rule = await card.getAttribute("data-rule");
  await card.locator("details[id^=not-now] > summary").click();
  await card.locator("details[id^=not-now] input").fill("Vi tar det neste gang");
  await pressed(page, () => card.locator("button[id^=dismiss]").click());
  await page.locator("#advice-aside > summary").click();
  const aside = await page.textContent("#advice-aside");
  check.that("advice is set aside with its reason", aside.includes("Vi tar det neste gang"), aside);
  await pressed(page, () => page.click(`[id="recall-${rule}"]`));
  check.that("and taken up again", (await page.locator("#advice-aside").count()) === 0);
}

// The bank is a page of its own; a question that is chosen leads back to its row.
async function findQuestion(page, check) {
  const row = page.locator(".ed-row").nth(1);
  await row.locator("details[id$=-fields] > summary").click();
  await row.locator("a[href*='plan/questions']").click();
  await page.waitForSelector("#questions-form");
  await hold(check, page, "moterad questions");
  await page.locator("#questions-form button").nth(2).click();
  await page.waitForSelector("#advice");
  check.that("a question of the bank stands in the row", (await page.locator(".ed-row").nth(1).textContent()).includes("Hva legger dere merke til"));
}

async function undo(page, check) {
  const before = await page.locator(".ed-row").count();
  const tip = page.locator("#advice-open .row button").first();
  if ((await tip.count()) === 0) return;
  const checklist = await page.textContent(".li-head");
  await pressed(page, () => tip.click());
  await pressed(page, () => page.click("#ed-undo"));
  const same = (await page.textContent(".li-head")) === checklist && (await page.locator(".ed-row").count()) === before;
  check.that("a remedy is undone", same);
}

async function notMeeting(page, check) {
  await page.click("#invite-others > summary");
  await page.click("#notice-form button");
  await page.waitForSelector("#take-up-form");
  check.that("a meeting may become a notice", (await page.inputValue("#invite-text")).startsWith("Til orientering"));
  await hold(check, page, "moterad notice");
  await page.click("#take-up-form button");
  await page.click("#invite-others > summary");
  await page.fill("#call-off-reason", "Halve kollegiet er sykt");
  await page.click("#call-off-form button");
  await page.waitForSelector("#take-up-form");
  check.that("a meeting is called off with a reason", (await page.inputValue("#invite-text")).includes("Halve kollegiet"));
  await hold(check, page, "moterad called off");
  await page.click("#take-up-form button");
  await page.waitForSelector("#send-form");
}

async function byKeyboard(at) {
  const { server, check } = at;
  const page = await desk(at, 1280);
  const type = async (selector, text) => {
    await page.focus(selector);
    await page.keyboard.insertText(text);
  };
  await page.goto(`${server.origin}/meetings/import`);
  await type("#import-text", OLD);
  await enter(page, "#import-form button");
  await page.waitForSelector("#advice");
  let clicks = 0;
  for (; clicks < CLICKS_MAX; clicks += 1) {
    const button = page.locator("#advice-open > li[data-color=molte] .row button").first();
    if ((await button.count()) === 0) break;
    await pressed(page, async () => {
      await button.focus();
      await page.keyboard.press("Enter");
    });
    if (clicks === 0) {
      const lost = await page.evaluate(() => document.activeElement === document.body);
      check.that("focus is not lost when a card goes away", !lost);
    }
  }
  check.that("remedies are pressed by keyboard", clicks > 0);
  await enter(page, "#advice a[href$='/invitation']");
  await page.waitForSelector("#send-form");
  if ((await page.locator("#send-reason").count()) > 0) {
    await enter(page, "#send-form button");
    await page.waitForSelector("#send-reason-wanted");
    check.that("an invitation that lacks something asks for a line", true);
    await hold(check, page, "moterad reason wanted");
    await type("#send-reason", "Tida settes i morgen");
  }
  await enter(page, "#send-form button");
  await page.waitForSelector("#invite-state");
  check.that("the invitation is sent all the same", (await page.textContent("#invite-state")).includes("sendt"));
}

async function enter(page, selector) {
  await page.focus(selector);
  await page.keyboard.press("Enter");
}

async function onPhone(at, width) {
  const { server, check } = at;
  const page = await desk(at, width, { hasTouch: true, isMobile: true });
  await hold(check, page, `moterad meetings ${width}`);
  await page.goto(`${server.origin}/meetings/import`);
  await hold(check, page, `moterad import ${width}`);
  await page.fill("#import-text", OLD);
  await page.tap("#import-form button");
  await page.waitForSelector("#advice");
  await hold(check, page, `moterad editor ${width}`);
  await page.locator("#advice").scrollIntoViewIfNeeded();
  await page.locator("#advice-title").scrollIntoViewIfNeeded();
  await hold(check, page, `moterad advice ${width}`);
  const clicks = await accept(page, (button) => button.tap());
  check.that(`remedies are tapped at ${width} px`, clicks > 0);
  await page.tap("#advice a[href$='/invitation']");
  await page.waitForSelector("#send-form");
  await hold(check, page, `moterad send ${width}`);
  await page.goto(page.url().replace(/invitation$/, "print/program"));
  await hold(check, page, `moterad print ${width}`);
}

// A quick plan, a template, and the organisation's own numbers.
async function otherWays(at) {
  const { server, check } = at;
  const page = await desk(at, 1280);
  await page.goto(`${server.origin}/meetings/quick`);
  await hold(check, page, "moterad quick");
  await page.fill("#quick-wiser", "hvordan vi tar imot nye elever");
  await page.fill("#quick-minutes", "9");
  await page.click("#quick-form button");
  await page.waitForSelector(".ds-validation-message");
  check.that("a number that is too small keeps the answers", (await page.inputValue("#quick-wiser")).startsWith("hvordan"));
  await page.fill("#quick-minutes", "90");
  await page.click("#quick-form button");
  await page.waitForSelector("#advice");
  const rows = await page.locator(".ed-row").count();
  check.that("three answers make a whole program", rows >= 4, String(rows));
  await hold(check, page, "moterad quick plan");

  await page.click("#advice a[href$='/template']");
  await hold(check, page, "moterad template");
  await page.fill("#template-name", "Overgangsmøte");
  await page.click("#template-form button");
  await page.waitForSelector("#advice");
  await page.goto(`${server.origin}/meetings/new`);
  await hold(check, page, "moterad new meeting");
  const own = page.locator("li[id^=own-]");
  check.that("a template of our own is listed", (await own.locator("input").inputValue()) === "Overgangsmøte");
  await own.locator("input").fill("Overganger");
  await own.locator("button").first().click();
  await page.waitForSelector("li[id^=own-] input[value=Overganger]");
  await page.getByLabel("Overganger", { exact: true }).check();
  await page.fill("#new-title", "Overganger i vår");
  await page.click("#new-meeting button");
  await page.waitForSelector("#advice");
  check.that("a meeting starts from it", (await page.locator(".ed-row").count()) === rows);
  await page.goto(`${server.origin}/meetings/new`);
  await page.locator("li[id^=own-] button").last().click();
  await page.waitForFunction(() => document.querySelector("li[id^=own-]") === null);
  check.that("a template is removed", true);

  await page.goto(`${server.origin}/settings/advice`);
  await hold(check, page, "moterad limits");
  await page.fill("#limit-lead-days-min", "700");
  await page.click("#limits-form button");
  await page.waitForSelector(".ds-validation-message");
  await hold(check, page, "moterad limits outside");
  await page.fill("#limit-lead-days-min", "10");
  await page.click("#limits-form button");
  await page.waitForURL(/saved=1/);
  check.that("a number of our own is kept", (await page.inputValue("#limit-lead-days-min")) === "10");
}

async function withoutScripts(at) {
  const { server, check } = at;
  const page = await desk(at, 1280, { javaScriptEnabled: false });
  await page.goto(`${server.origin}/meetings/import`);
  await page.setInputFiles("#import-file", { name: "saksliste.txt", mimeType: "text/plain", buffer: Buffer.from(OLD) });
  await page.click("#import-form button");
  await page.waitForSelector("#advice");
  const version = () => page.getAttribute("#ed-version", "value");
  const before = await version();
  await page.locator("#advice-open > li .row button").nth(1).click();
  await page.waitForSelector("#advice");
  const after = await version();
  check.that("a file is read and a remedy accepted without scripts", before !== after, `${before} ${after}`);
}
