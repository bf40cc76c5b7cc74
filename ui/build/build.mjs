// Builds ui/dist: everything the server embeds. `manifest.json` maps each logical name to its hashed name.
// Fails when a phone's first load grows past the budget.

import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const ROOT = new URL("..", import.meta.url).pathname;
const DIST = join(ROOT, "dist");
const MODULES = join(ROOT, "node_modules");
const THEME = join(ROOT, "design-tokens-build/sloyfe.css");
const ASSET_PATH = "/assets/";
const BUDGET = 110_000;
const TARGET = ["chrome111", "firefox115", "safari16.4"];

// Components in the order of Designsystemet's own file. What a phone never shows is in `desk.css`.
const PHONE_PARTS = [
  "data-size-workaround", "alert", "avatar", "badge", "button", "card", "chip", "details", "dialog", "divider", "error-summary",
  "field", "fieldset", "heading", "input", "label", "link", "list", "paragraph", "popover",
  "skip-link", "spinner", "tag", "toggle-group", "validation-message",
];
const DESK_PARTS = [
  "avatar-stack", "breadcrumbs", "dropdown", "file-upload", "pagination", "search", "skeleton", "suggestion",
  "table", "tabs", "tooltip",
];
const OUR_CSS = ["base", "forms", "phone", "projector", "console", "wall", "result", "print"];
const OUR_DESK_CSS = ["editor", "groups"];

const manifest = {};

rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST, { recursive: true });
buildTheme();

const fonts = {
  latin: addFont("inter-latin-wght-normal.woff2"),
  latinExt: addFont("inter-latin-ext-wght-normal.woff2"),
};
add("app.js", await bundle("src/app.ts"));
add("desk.js", await bundle("src/desk.ts"));
add("app.css", await minify(css(PHONE_PARTS, OUR_CSS, [layers(), read(THEME).replace(/^@charset[^;]*;/, ""), fontFaces(), shares()])));
add("desk.css", await minify(css(DESK_PARTS, OUR_DESK_CSS, [])));
add("icons.svg", sprite());
add("icon.svg", read(join(ROOT, "src/icon.svg")));
add("manifest.webmanifest", webManifest());
write("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
// The worker's own name must stay, or the browser would never find the new one.
write("sw.js", await bundle("src/sw.ts", { ASSETS: JSON.stringify(precached()), ASSET_PATH: JSON.stringify(ASSET_PATH) }));
writeNotices();
report();

/** The CLI is deterministic, so the theme is built again only when its input has changed. */
function buildTheme() {
  const input = join(ROOT, "designsystemet.config.json");
  if (existsSync(THEME) && statSync(THEME).mtimeMs > statSync(input).mtimeMs) return;
  const cli = join(MODULES, "@digdir/designsystemet/dist/bin/designsystemet.js");
  for (const args of [["tokens", "create"], ["tokens", "build", "--clean"]]) {
    execFileSync(process.execPath, [cli, ...args], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
  }
}

function layers() {
  return "@layer ds.theme, ds.base, ds.components;";
}

function css(parts, ours, before) {
  const system = (name) => read(join(MODULES, `@digdir/designsystemet-css/dist/src/${name}.css`));
  const base = before.length > 0 ? [`@layer ds.base{${system("base")}}`] : [];
  const components = `@layer ds.components{${parts.map(system).join("\n")}}`;
  return [...before, ...base, components, ...ours.map((name) => read(join(ROOT, `src/css/${name}.css`)))].join("\n");
}

/** Inter with the Sámi letters (č đ ŋ š ŧ ž), which are fetched only by pages that show them. */
function fontFaces() {
  const face = (file, range) =>
    `@font-face{font-family:"Inter Variable";font-style:normal;font-display:swap;font-weight:100 900;` +
    `src:url("./${file}") format("woff2");unicode-range:${range}}`;
  return [
    face(fonts.latinExt, "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF"),
    face(fonts.latin, "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"),
  ].join("\n");
}

/** `data-min="15"` is a share of a bar, `data-pct="40"` a filled part: the policy allows no style attributes. */
function shares() {
  const rules = [];
  for (let min = 0; min <= 120; min += 1) rules.push(`[data-min="${min}"]{flex-grow:${min}}`);
  for (let pct = 0; pct <= 100; pct += 1) rules.push(`[data-pct="${pct}"]{inline-size:${pct}%}`);
  return rules.join("");
}

function sprite() {
  const icons = JSON.parse(read(join(ROOT, "src/icons.json")));
  const symbols = Object.entries(icons).map(([name, aksel]) => {
    const svg = read(join(MODULES, `@navikt/aksel-icons/dist/svg/${aksel}.svg`));
    const inner = svg.replace(/^[^>]*>/, "").replace(/<\/svg>\s*$/, "").replace(/>\s+</g, "><").trim()
      // Two decimals of a 24-pixel grid are finer than any screen shows, and halve the file.
      .replace(/\d+\.\d{3,}/g, (number) => Number(number).toFixed(2));
    return `<symbol id="i-${name}" viewBox="0 0 24 24" fill="none">${inner}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
}

function webManifest() {
  return JSON.stringify({
    name: "Sløyfe",
    short_name: "Sløyfe",
    start_url: "/",
    scope: "/",
    display: "minimal-ui",
    background_color: "#ffffff",
    theme_color: "#12596B",
    icons: [{ src: ASSET_PATH + manifest["icon.svg"], sizes: "any", type: "image/svg+xml" }],
  });
}

function precached() {
  return ["app.js", "app.css", "icons.svg", "inter-latin.woff2", "inter-latin-ext.woff2"].map((name) => ASSET_PATH + manifest[name]);
}

async function bundle(entry, define = {}) {
  const result = await build({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    minify: true,
    format: entry.endsWith("sw.ts") ? "iife" : "esm",
    target: TARGET,
    define,
    legalComments: "none",
    write: false,
  });
  return result.outputFiles[0].contents;
}

async function minify(source) {
  const result = await build({
    stdin: { contents: source, loader: "css" },
    minify: true,
    bundle: true,
    external: ["*"],
    target: TARGET,
    legalComments: "none",
    write: false,
  });
  return result.outputFiles[0].contents;
}

function addFont(file) {
  const name = file.replace("-wght-normal", "");
  return add(name, readFileSync(join(MODULES, "@fontsource-variable/inter/files", file)));
}

function add(name, contents) {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 10);
  const hashed = `${basename(name, extname(name))}-${hash}${extname(name)}`;
  write(hashed, contents);
  manifest[name] = hashed;
  return hashed;
}

function write(name, contents) {
  writeFileSync(join(DIST, name), contents);
}

function read(path) {
  return readFileSync(path, "utf8");
}

/** The licences ask that their notices follow the files. */
function writeNotices() {
  const packages = [
    "@digdir/designsystemet-css", "@digdir/designsystemet-web", "@fontsource-variable/inter", "@navikt/aksel-icons",
    "idiomorph", "idb-keyval",
  ];
  const notices = packages.map((name) => {
    const folder = join(MODULES, name);
    const { version, license } = JSON.parse(read(join(folder, "package.json")));
    const file = ["LICENSE", "LICENCE", "LICENSE.md"].map((known) => join(folder, known)).find(existsSync);
    return `${name} ${version} (${license})\n\n${file ? read(file).trim() : ""}\n`;
  });
  write("THIRD_PARTY.txt", notices.join(`\n${"-".repeat(72)}\n\n`));
}

function report() {
  const sizes = new Map();
  console.log("file".padEnd(28), "raw".padStart(9), "gz".padStart(9), "br".padStart(9));
  for (const [name, hashed] of [...Object.entries(manifest), ["sw.js", "sw.js"]]) {
    const bytes = readFileSync(join(DIST, hashed));
    const isFont = hashed.endsWith(".woff2");
    const gz = isFont ? bytes.length : gzipSync(bytes, { level: 9 }).length;
    const br = isFont ? bytes.length : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    sizes.set(name, br);
    console.log(name.padEnd(28), String(bytes.length).padStart(9), String(gz).padStart(9), String(br).padStart(9));
  }
  const first = ["app.js", "app.css", "inter-latin.woff2"].reduce((sum, name) => sum + sizes.get(name), 0);
  console.log(`first load (app.js + app.css + latin font): ${first} bytes of ${BUDGET}`);
  if (first > BUDGET) {
    console.error("The first load is over budget. Move something to desk.*, or load it when it is needed.");
    process.exit(1);
  }
}
