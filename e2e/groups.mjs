// Groups set up before a meeting: the map, what a move costs, a clash in words, and the meeting that uses them.
import { device, hold, middle, touch } from "./browser.mjs";

const NAMES = ["Kari", "Per", "Ola", "Eli", "Gro", "Liv", "Tor", "Åse", "Nils", "Anne", "Jon", "Siv"];

// «Kari 1; Trinn 1; leder», and so on.
function list(count) {
  return Array.from({ length: count }, (_, at) => {
    const work = at < 3 ? "leder" : ["norsk", "matematikk", "kroppsøving"][at % 3];
    return `${NAMES[at % NAMES.length]} ${at + 1}; Trinn ${(at % 6) + 1}; ${work}`;
  }).join("\n");
}

export async function groups({ server, browser, check }) {
  const { links, meeting } = server.seeded;
  const leader = await device(browser, 1280, 900);
  await leader.goto(server.link(links.console));
  const page = `${server.origin}/meetings/${meeting}/groups`;
  await leader.goto(page);
  await hold(check, leader, "groups before anything");
  await write(leader, 24);
  check.that("a list of 24 is kept", /24 personer/.test(await leader.innerText("#people-title")));
  await leader.locator("#draw-form button").click();
  await leader.waitForSelector(".gr-map");
  await hold(check, leader, "groups 24 desktop");
  check.that("24 people are on the map", (await leader.locator(".gr-seat").count()) === 24);
  check.that("the reasons are in words", /fordelt så jevnt/.test(await leader.innerText("#reasons")));

  await byKeyboard(check, leader, page);
  await byMouse(check, leader);
  await byFinger({ server, browser, check, leader, page });
  await shuffled(check, leader);
  await withoutScript({ server, browser, check });
  await clash(check, leader);
  await narrow({ server, browser, check, leader });
  await printed(check, leader, server, meeting);
  await running({ server, browser, check, leader });
  await remembered({ server, check, leader, page });
}

async function write(leader, count) {
  if ((await leader.locator("#people-list[open]").count()) === 0) await leader.locator("#people-list > summary").click();
  await leader.fill("#people-text", list(count));
  await leader.locator("#people-form button").click();
  await leader.waitForURL(/groups/);
  await leader.waitForLoadState();
}

async function tableOf(leader, person) {
  return leader.locator(`[data-table]:has([data-person="${person}"])`).first().getAttribute("data-table");
}

async function byKeyboard(check, leader, page) {
  await leader.goto(page);
  await leader.locator("#seat-7").focus();
  await leader.keyboard.press("Enter");
  await leader.waitForSelector("#chosen");
  await hold(check, leader, "groups 24 chosen");
  const said = await leader.locator("[data-cost-of]").allInnerTexts();
  check.that("each other table says in words what it costs", said.length === 4 && said.every((it) => it.length > 5), said.join(" | "));
  const swaps = await leader.locator("#swap-with option[value]:not([value=''])").allInnerTexts();
  check.that("each swap says in words what it costs", swaps.length > 15 && swaps.every((it) => it.split(" – ")[1]?.length > 5), swaps.join(" | "));
  await leader.selectOption("#swap-with", { index: 3 });
  check.that("the chosen swap says it in full", swaps[2].endsWith(await leader.innerText("#swap-cost")) && (await leader.innerText("#swap-cost")).length > 5);
  await hold(check, leader, "groups 24 swap");
  await leader.locator("#chosen form[id^=move-to] button").first().focus();
  const to = (await leader.locator("#chosen form[id^=move-to]").first().getAttribute("id")).replace("move-to-", "");
  await leader.keyboard.press("Enter");
  await leader.waitForSelector("#said");
  check.that("a person is moved by keyboard, and it is said", (await tableOf(leader, 7)) === to && /sitter nå ved bord/.test(await leader.innerText("#said")));
  await hold(check, leader, "groups 24 moved");
  await leader.locator("#undo-move button").click();
  await leader.waitForFunction(() => !document.querySelector("#said"));
  check.that("a move can be undone", (await tableOf(leader, 7)) !== to);
}

async function byMouse(check, leader) {
  const from = await tableOf(leader, 8);
  const to = from === "1" ? "2" : "1";
  const source = await middle(leader.locator("#seat-8 .gr-name"));
  const target = await middle(leader.locator(`#table-${to} .gr-head h3`));
  await leader.mouse.move(source.x, source.y);
  await leader.mouse.down();
  await leader.mouse.move(target.x, target.y, { steps: 8 });
  await told(check, leader, to, "a mouse");
  await hold(check, leader, "groups dragged by a mouse");
  await leader.mouse.up();
  await leader.waitForURL(/moved=8/);
  check.that("a person is dragged to another table", (await tableOf(leader, 8)) === to);
  await leader.locator("#undo-move button").click();
  await leader.waitForFunction(() => !document.querySelector("#said"));
}

async function byFinger({ server, browser, check, leader, page }) {
  const phone = await device(browser, 360, 740, { hasTouch: true });
  await phone.goto(server.link(server.seeded.links.console));
  await phone.goto(page);
  const seat = phone.locator("#table-1 .gr-seat").last();
  const person = await seat.getAttribute("data-person");
  await seat.evaluate((it) => it.scrollIntoView({ block: "center" }));
  const finger = await touch(phone);
  await finger.down(await middle(seat.locator("[data-drag]")));
  await finger.move(await middle(phone.locator("#table-2 .gr-head h3")));
  await told(check, phone, "2", "a finger");
  await hold(check, phone, "groups dragged by a finger");
  finger.up();
  await phone.waitForURL(new RegExp(`moved=${person}`));
  check.that("a person is dragged to another table by a finger", (await tableOf(phone, person)) === "2");
  await hold(check, phone, "groups moved by a finger");
  await phone.locator("#undo-move button").click();
  await phone.waitForFunction(() => !document.querySelector("#said"));
  await phone.close();
  await leader.goto(page);
}

// What it costs is said while the person is still in the air.
async function told(check, page, table, by) {
  const ghost = page.locator(".gr-ghost");
  await ghost.getByText(new RegExp(`Bord ${table}: .{5}`)).waitFor();
  check.that(`${by} that drags marks the table it is over, and no other`, (await page.locator("[data-over]").evaluateAll((all) => all.map((it) => it.id).join())) === `table-${table}`);
}

async function shuffled(check, leader) {
  await leader.locator("#lock-table-2 button").click();
  await leader.getByRole("button", { name: /Lås opp/ }).first().waitFor();
  check.that("who is locked cannot be dragged", (await leader.locator("#table-2 [data-drag]").count()) === 0 && (await leader.locator("#table-1 [data-drag]").count()) > 0);
  const seats = () => leader.locator("#table-2 [data-person]").evaluateAll((all) => all.map((it) => it.dataset.person).sort().join());
  const others = () => leader.locator("#table-1 [data-person]").evaluateAll((all) => all.map((it) => it.dataset.person).sort().join());
  const [locked, free] = [await seats(), await others()];
  await leader.locator("#draw-form button").click();
  await leader.waitForFunction((free) => [...document.querySelectorAll("#table-1 [data-person]")].map((it) => it.dataset.person).sort().join() !== free, free);
  check.that("a locked table stays when the rest is shuffled", (await seats()) === locked);
  await leader.locator("#lock-table-2 button").click();
  await leader.waitForFunction(() => !/Lås opp/.test(document.querySelector("#lock-table-2 button")?.textContent ?? "Lås opp"));
}

async function withoutScript({ server, browser, check }) {
  const plain = await device(browser, 360, 740, { javaScriptEnabled: false });
  await plain.goto(server.link(server.seeded.links.console));
  await plain.goto(`${server.origin}/meetings/${server.seeded.meeting}/groups?person=9#chosen`);
  await plain.selectOption("#swap-with", { index: 1 });
  const other = await plain.inputValue("#swap-with");
  const there = await tableOf(plain, other);
  await plain.locator("#swap-form button").click();
  await plain.waitForURL(/moved=9/);
  check.that("two change places without scripts", (await tableOf(plain, 9)) === there);
  await plain.close();
}

async function clash(check, leader) {
  const bind = async (one, other, kind) => {
    if ((await leader.locator("#bonds[open]").count()) === 0) await leader.locator("#bonds > summary").click();
    await leader.selectOption("#bond-one", String(one));
    await leader.selectOption("#bond-other", String(other));
    await leader.check(`#bond-${kind}`);
    await leader.locator("#bond-form button").click();
    await leader.waitForLoadState();
  };
  await bind(10, 11, "together");
  await leader.waitForSelector("#trouble");
  check.that("a change made from old groups is told, and not made", /Noen andre endret gruppene/.test(await leader.innerText("#trouble")));
  await hold(check, leader, "groups changed by another");
  await bind(10, 11, "together");
  await leader.waitForSelector("#unbind-together-10-11");
  check.that("who is kept together sits together", (await tableOf(leader, 10)) === (await tableOf(leader, 11)));
  await bind(10, 11, "apart");
  await leader.waitForSelector("#trouble");
  const said = await leader.innerText("#trouble");
  check.that("rules that clash are explained with names", /kan ikke alle disse reglene holdes/.test(said) && /Anne 10 og Jon 11 skal ikke sitte sammen/.test(said), said);
  await hold(check, leader, "groups clash");
  await leader.goto(leader.url().replace(/\/group-plan.*/, "/groups"));
}

async function narrow({ server, browser, check, leader }) {
  await leader.goto(`${server.origin}/meetings/${server.seeded.meeting}/groups`);
  const phone = await device(browser, 360, 740);
  await phone.goto(server.link(server.seeded.links.console));
  const page = `${server.origin}/meetings/${server.seeded.meeting}/groups`;
  await phone.goto(page);
  await hold(check, phone, "groups 24 phone");
  await write(leader, 120);
  await leader.locator("#draw-form button").click();
  await leader.waitForFunction(() => document.querySelectorAll(".gr-seat").length === 120);
  await hold(check, leader, "groups 120 desktop");
  await leader.locator("#seat-50").click();
  await leader.waitForSelector("#chosen");
  await hold(check, leader, "groups 120 chosen");
  await phone.setViewportSize({ width: 320, height: 640 });
  await phone.goto(`${page}?person=50#chosen`);
  await hold(check, phone, "groups 120 phone");
  await phone.close();
  await write(leader, 24);
  check.that("a shorter list keeps those who are left", (await leader.locator(".gr-seat").count()) === 24);
  await leader.locator("#draw-form button").click();
  await leader.waitForFunction(() => document.querySelectorAll("[data-table]").length === 5);
}

async function printed(check, leader, server, meeting) {
  await leader.goto(`${server.origin}/meetings/${meeting}/print/groups`);
  check.that("the group lists are printed", (await leader.locator("main table tbody tr").count()) >= 5);
  await hold(check, leader, "groups on paper");
}

async function running({ server, browser, check, leader }) {
  const { meeting, code } = server.seeded;
  await leader.goto(`${server.origin}/meetings/${meeting}/groups`);
  const plan = await leader.locator("[data-table]").evaluateAll((all) => all.map((table) => [...table.querySelectorAll(".gr-name")].map((it) => it.textContent)));
  const join = async (name) => {
    const phone = await device(browser, 360, 740);
    await phone.goto(`${server.origin}/m/${code}`);
    await phone.fill("#join-name", name);
    await phone.keyboard.press("Enter");
    await phone.waitForSelector("#screen");
    return phone;
  };
  const names = plan.flat();
  const late = plan[2][0];
  for (const name of names.filter((it) => it !== late)) await (await join(name)).close();
  const joining = await device(browser, 360, 740);
  await joining.goto(`${server.origin}/m/${code}`);
  await hold(check, joining, "join with a list");
  check.that("the list does not tell who is missing", (await joining.locator("#join-expected option").count()) === 24);
  await joining.close();

  await leader.goto(`${server.origin}/meetings/${meeting}/console`);
  await leader.locator("#start-form button").click();
  await leader.locator("#next-form").waitFor();
  const stands = () => leader.evaluate(async (meeting) => {
    const answer = await fetch(`/meetings/${meeting}/state?as=console`, { headers: { accept: "application/json" } });
    return (await answer.json()).screen.groups.map((table) => table.members.map((it) => it.name));
  }, meeting);
  for (let step = 0; step < 20 && (await stands()).length === 0; step += 1) {
    const round = await leader.getAttribute("#screen", "data-round");
    await leader.locator("#next-form button").click();
    await leader.waitForFunction((round) => document.querySelector("#screen").dataset.round !== round, round);
  }
  const seated = await stands();
  const asPlanned = plan.every((table, at) => table.filter((it) => it !== late).every((it) => seated[at]?.includes(it)));
  check.that("a meeting seats people as planned", asPlanned, `${JSON.stringify(plan)}\n${JSON.stringify(seated)}`);
  const phone = await join(late);
  await leader.waitForFunction((name) => document.querySelector("#groups").textContent.includes(name), late);
  const after = await stands();
  check.that("a late-comer on the list sits at the planned table", after[2].includes(late), JSON.stringify(after));
  await (await join("Uventet Gjest")).close();
  await leader.waitForFunction(() => document.querySelector("#groups").textContent.includes("Uventet Gjest"));
  const last = await stands();
  const stayed = plan.every((table, at) => table.every((it) => last[at]?.includes(it)));
  check.that("a late-comer nobody expected gets a seat, and nobody else moves", stayed, JSON.stringify(last));
  await hold(check, phone, "a late-comers phone");
  await hold(check, leader, "console after a late-comer");
  await leader.goto(`${server.origin}/meetings/${meeting}/groups`);
  check.that("the groups page says that the meeting runs", /Møtet er i gang/.test(await leader.innerText("main")));
}

async function remembered({ server, check, leader, page }) {
  await leader.goto(`${server.origin}/meetings/${server.seeded.meeting}/console`);
  const end = leader.locator("form[action$='/closure'] button").first();
  if (!(await end.isVisible())) await leader.locator("details:has(form[action$='/closure']) summary").first().click();
  await end.click();
  await leader.waitForFunction(() => !document.querySelector("#next-form"));
  await leader.goto(page);
  check.that("a meeting that is over is remembered", /i 1 møte/.test(await leader.innerText("main")));
  check.that("only the organiser may delete the history", (await leader.locator("#history-removal").count()) === 0);
  await leader.goto(server.link(server.organiser));
  await leader.goto(page);
  await leader.locator("#history-removal summary").click();
  await hold(check, leader, "groups history");
  await leader.locator("#remove-history button").click();
  await leader.waitForFunction(() => /husker vi ingen møter/.test(document.querySelector("main").textContent));
  check.that("the history can be deleted", true);
}
