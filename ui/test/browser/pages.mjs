// The pages of the test server: what a view of the real server writes, in small.

import { readFileSync } from "node:fs";

const DIST = new URL("../../dist/", import.meta.url).pathname;
const asset = () => JSON.parse(readFileSync(`${DIST}manifest.json`, "utf8"));

export function phonePage(state) {
  const assets = asset();
  return `<!doctype html>
<html lang="nb" data-color-scheme="light">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<title>Speed-date – Sløyfe</title>
<link rel="stylesheet" href="/assets/${assets["app.css"]}">
<link rel="manifest" href="/assets/${assets["manifest.webmanifest"]}">
<script type="module" src="/assets/${assets["app.js"]}"></script>
</head>
<body data-scope="m7-seat${state.seat ?? 12}"${state.shared ? ' data-device="shared"' : ""}>
<a class="ds-skip-link" href="#main">Hopp til innholdet</a>
<p class="ds-sr-only" role="status" data-announce data-own></p>
<div class="ph">
<header class="ph-top">
  <a class="sl-brand" href="/"><svg viewBox="0 0 44 24" aria-hidden="true"><path d="M22 12C18 5 14 3 10 3a9 9 0 0 0 0 18c4 0 8-2 12-9"/><path d="M22 12c4-7 8-9 12-9a9 9 0 0 1 9 9"/><path d="M43 12a9 9 0 0 1-9 9c-4 0-8-2-12-9"/></svg>Speed-date</a>
  <span class="sl-status" data-connection hidden data-online="Tilkoblet" data-reconnecting="Kobler til igjen …" data-offline="Ikke på nett" data-over="Møtet er slutt" data-ended="Du er ikke med lenger"></span>
</header>
<main class="ph-main" id="main">
  <p data-offline-strip>Du ser det siste denne telefonen fikk.</p>
  <sl-outbox data-own data-saved="Lagret {time}" data-saving="Lagres …" data-unsent="Ikke sendt – ligger på denne enheten" data-refused="Ikke tatt imot" data-changed="To tekster" data-waiting-one="1 svar venter på nett" data-waiting-many="{n} svar venter på nett" data-not-stored="Serveren får ikke lagret akkurat nå." data-rejoin="Bli med igjen for å sende." data-rejoin-link="Bli med igjen" data-rejoin-href="/join" data-yours="Din tekst" data-theirs="Teksten som ligger der" data-keep-mine="Behold min" data-keep-theirs="Behold den andre" data-keep-both="Behold begge" data-copy="Kopier teksten" data-copied="Kopiert" data-again="Prøv igjen" data-discard="Kast teksten" data-kept="Teksten din er lagret under forrige steg" data-kept-sending="Teksten fra forrige steg sendes …"></sl-outbox>
  <sl-live src="/live" data-seq="${state.seq}"></sl-live>
  ${screen(state)}
</main>
<nav class="ph-bar" aria-label="Snarveier">
  <form id="hand-form" method="post" action="/hand" data-outbox><button name="raise" value="yes"><svg class="sl-icon" aria-hidden="true"><use href="/assets/${assets["icons.svg"]}#i-hand"/></svg>Rekk opp hånda</button></form>
  <form id="leave-form" method="post" action="/leave" data-clears-device data-unsent="{n} svar er ikke sendt ennå. Trykk en gang til for å kaste dem."><button>Logg av denne enheten</button><span data-leave-status></span></form>
</nav>
</div>
</body></html>`;
}

/** The part that is pushed. */
export function screen(state) {
  const { step } = state;
  const field = step === 1
    ? `<form id="form-note" method="post" action="/note" data-outbox>
    <ds-field class="ds-field"><label class="ds-label" for="note-1">Noter det viktigste</label>
    <textarea class="ds-input" id="note-1" name="text" rows="3" autocomplete="off" data-field-key="note-1" data-version="${state.version}" aria-describedby="note-1-status">${state.note}</textarea>
    <div data-field="description" id="note-1-status" class="sl-status" data-save-status>Bare du ser notatet.</div></ds-field>
    <button class="ds-button">Lever</button></form>`
    : `<form id="form-note" method="post" action="/note2" data-outbox>
    <ds-field class="ds-field"><label class="ds-label" for="note-2">Hva enes dere om?</label>
    <textarea class="ds-input" id="note-2" name="text" rows="3" autocomplete="off" data-field-key="note-2" data-version="0" aria-describedby="note-2-status"></textarea>
    <div data-field="description" id="note-2-status" class="sl-status" data-save-status></div></ds-field></form>`;
  return `<div id="screen" class="sl-stack" data-round="${state.round ?? 1}">
  <div class="ph-hero"><sl-clock role="timer" data-ends="${state.ends}" data-total="240000" data-state="running" data-label="{min} minutter og {sec} sekunder igjen" data-say-1="Ett minutt igjen" data-say-0="Tida er ute"><svg class="sl-ring" viewBox="0 0 132 132" aria-hidden="true"><circle class="track" cx="66" cy="66" r="57" stroke-width="11"/><circle class="left" cx="66" cy="66" r="57" stroke-width="11" pathLength="100"/><text x="66" y="75" text-anchor="middle" font-size="35" data-clock-text>4:00</text><text class="sub" x="66" y="94" text-anchor="middle" font-size="13">igjen</text></svg></sl-clock>
  <div class="ph-meet"><span class="from">Du møter</span><h1 class="who">Ingvild Moen</h1></div></div>
  <h2 class="ph-q" id="question">Steg ${step}, trykk ${state.pushes}</h2>
  <details id="why-${step}"><summary>Hvorfor gjør vi dette?</summary><p>Fordi alle skal få sagt noe.</p></details>
  ${"<p>Noe nytt over skjemaet.</p>".repeat(state.above ?? 0)}
  <form id="form-grew"><label><input type="checkbox" id="grew-${step}" name="parents" value="${step}"> Bygger på det Ola sa</label>
  <label>Hvem <select id="owner" name="owner"><option value="1" selected>Kari</option><option value="2">Ola</option><option value="3">Amina</option></select></label></form>
  <form id="form-word" method="post" action="/word" data-outbox data-reset><ds-field class="ds-field"><label class="ds-label" for="word">Ett ord</label><input class="ds-input" id="word" name="word" autocomplete="off"></ds-field><button class="ds-button" data-variant="secondary">Send ordet</button></form>
  ${field}
  <details class="ds-details" id="cards-${step}"><summary>Hvilke kort bygger det på?</summary><fieldset class="ds-fieldset">${cards(step)}</fieldset></details>
  </div>`;
}

/** Six tables with four at each. The fifth person is locked, and a table costs its number. */
export function groupsPage(person) {
  const assets = asset();
  const use = (name) => `<svg class="sl-icon" aria-hidden="true"><use href="/assets/${assets["icons.svg"]}#i-${name}"/></svg>`;
  const names = ["Kari", "Ola", "Amina", "Mats"];
  const seat = (number) => {
    const handle = number === 5 ? "" : `<span class="gr-drag" data-drag aria-hidden="true" hidden>${use("drag")}</span>`;
    return `<li class="gr-seat" data-person="${number}"${number === 5 ? " data-locked" : ""}><a id="seat-${number}" href="/groups?person=${number}" draggable="false">${handle}<span class="gr-who"><span class="gr-name">${names[number % 4 === 0 ? 3 : (number % 4) - 1]} ${number}</span> <span class="gr-unit">Trinn 1</span></span></a></li>`;
  };
  const table = (_, at) => `<li id="table-${at + 1}" data-table="${at + 1}"><div class="gr-head"><h3>Bord ${at + 1}</h3></div><ul class="sl-plain">${[1, 2, 3, 4].map((it) => seat(at * 4 + it)).join("")}</ul></li>`;
  const cost = (_, at) => `<li data-cost-of="${at + 1}">Koster ${at + 1}.</li>`;
  return `<!doctype html>
<html lang="nb" data-color-scheme="light">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Grupper – Sløyfe</title>
${["app.css", "desk.css"].map((it) => `<link rel="stylesheet" href="/assets/${assets[it]}">`).join("")}
${["app.js", "desk.js"].map((it) => `<script type="module" src="/assets/${assets[it]}"></script>`).join("")}</head>
<body data-scope="desk"><main class="sl-page" id="main"><h1>Grupper</h1>
${person ? `<ul>${Array.from({ length: 6 }, cost).join("")}</ul>` : ""}
<form id="drag-form" method="post" action="/moves" hidden><input type="hidden" name="person" value=""><input type="hidden" name="table" value=""><button>Flytt</button></form>
<ol class="gr-map" data-groups="/groups">${Array.from({ length: 6 }, table).join("")}</ol></main></body></html>`;
}

function cards(step) {
  const card = (_, at) => `<ds-field class="ds-field"><input class="ds-input" type="checkbox" id="card-${step}-${at}" name="parents" value="card-${at}"><label class="ds-label" for="card-${step}-${at}">Vi deler opplegg på trinnet, kort ${at + 1}</label></ds-field>`;
  return Array.from({ length: 12 }, card).join("");
}

export function projectorPage(state) {
  const assets = asset();
  const groups = ["Aud, Jon, Siri, Per", "Ingvild, Tore, Eli, Nils", "Maja, Geir, Ann, Odd", "Liv, Kai, Ida, Bo", "Mari, Ole, Tuva, Stig", "Gro, Leif, Sara, Áilu Ŋ."];
  const use = (name) => `<svg class="sl-icon" aria-hidden="true"><use href="/assets/${assets["icons.svg"]}#i-${name}"/></svg>`;
  return `<!doctype html>
<html lang="nb">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Prosjektor – Sløyfe</title>
<link rel="stylesheet" href="/assets/${assets["app.css"]}"><script type="module" src="/assets/${assets["app.js"]}"></script></head>
<body data-color-scheme="dark" data-color="fjord" data-keys>
<p class="ds-sr-only" role="status" data-announce data-own></p>
<sl-live src="/live" data-seq="${state.seq}"></sl-live>
<div class="pj" id="screen" data-round="1">
  <div class="pj-tools"><button class="ds-button" data-variant="tertiary" data-scheme-switch>Lyst</button><button class="ds-button" data-variant="tertiary" data-bell>Lyd</button></div>
  <header class="pj-top"><span class="sl-brand">Hva forteller elevundersøkelsen oss?</span><span>Økt 3 av 5</span></header>
  <main class="pj-grid"><div>
    <sl-clock role="timer" data-ends="${state.ends}" data-total="1200000" data-state="running"><svg class="sl-ring" viewBox="0 0 560 560" aria-hidden="true"><circle class="track" cx="280" cy="280" r="252" stroke-width="34"/><circle class="left" cx="280" cy="280" r="252" stroke-width="34" pathLength="100"/><text x="280" y="310" text-anchor="middle" font-size="150" data-clock-text>12:40</text><text class="sub" x="280" y="382" text-anchor="middle" font-size="36">ferdig kl. 13.05</text></svg></sl-clock>
    <div class="pj-line" role="img" aria-label="Programmet"><i class="d" data-min="10"></i><i class="d" data-min="15"></i><i class="n" data-min="55"><s data-pct="36"></s></i><i data-min="10"></i><i data-min="30"></i></div>
    <div class="pj-line-t"><span>12.00</span><span>Gruppearbeid</span><span>14.00</span></div>
  </div><div>
    <div class="pj-task"><h1>Bli enige om ett moment som utfordrer praksisen vår</h1></div>
    <ol class="pj-steps"><li class="done">${use("done")}Tenk alene</li><li aria-current="step">${use("group")}Snakk i gruppa</li><li>${use("plenary")}Del i plenum</li></ol>
    <ul class="pj-map">${groups.map((names, index) => `<li class="pj-grp" data-group="${index + 1}"${index === 5 ? ' data-state="help"' : index % 2 ? "" : ' data-state="delivered"'}><div class="hd"><b>${index + 1}</b><em>${index === 5 ? use("hand") + " Ber om hjelp" : index % 2 ? use("write") + " Skriver" : use("done-fill") + " Levert"}</em></div><div class="ppl">${names}</div></li>`).join("")}</ul>
  </div></main>
  <footer class="pj-foot"><span>Bli med på <b>sloyfe.example.no</b><br>med kode <span class="pj-code">482 913</span></span><span class="pj-legend"><span>${use("ordstyrer")}Ordstyrer</span><span>${use("tidtaker")}Tidtaker</span><span>${use("reporter")}Reporter</span><span>${use("viddevakt")}Viddevakt</span></span><span class="end">Neste: pause kl. 13.20<br><span class="quiet">22 av 24 er med</span></span></footer>
  <button id="next" class="ds-sr-only" data-key="PageDown ArrowRight Space">Neste</button>
</div>
<dialog class="ds-dialog" data-help id="help"><h2>Taster</h2><form method="dialog"><button>Lukk</button></form></dialog>
</body></html>`;
}
