// A small server that can fail in the ways that matter: refuse a stream, drop an answer after the commit, say 409.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { groupsPage, phonePage, projectorPage, screen } from "./pages.mjs";

const DIST = new URL("../../dist/", import.meta.url).pathname;
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".webmanifest": "application/manifest+json" };
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export async function startServer() {
  const room = {
    seq: 1, step: 1, round: 1, pushes: 0, note: "", version: 0, ends: Date.now() + 240_000, shared: false,
    rows: [], first: new Map(), streams: new Set(), connects: 0, lastEventIds: [],
    // Faults, taken one for each request.
    refuseStreams: 0, posts: [],
    push(change = {}) {
      Object.assign(room, change);
      room.seq += 1;
      room.pushes += 1;
      const data = JSON.stringify({ id: "screen", html: screen(room) });
      for (const stream of room.streams) stream.write(`id: ${room.seq}\nevent: part\ndata: ${data}\n\n`);
    },
    event(name, data) {
      for (const stream of room.streams) stream.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    cut() {
      for (const stream of room.streams) stream.destroy();
    },
  };
  const server = createServer((request, response) => {
    handle(room, request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://localhost:${server.address().port}`;
  const close = () => {
    room.cut();
    server.closeAllConnections();
    server.close();
  };
  return { room, url, close };
}

async function handle(room, request, response) {
  const url = new URL(request.url, "http://localhost");
  if (request.method === "POST") return post(room, url, request, response);
  if (url.pathname === "/clock") return json(response, 200, { now: Date.now() + (room.clockAhead ?? 0) });
  if (url.pathname === "/live") return live(room, request, response);
  if (url.pathname === "/sw.js") return file(response, "sw.js", "no-cache");
  if (url.pathname.startsWith("/assets/")) return file(response, url.pathname.slice(8), "max-age=31536000, immutable");
  if (url.pathname === "/m/7") return html(response, phonePage(room), room.shared ? {} : { "X-Sloyfe-Offline": "1" });
  if (url.pathname === "/groups") return html(response, groupsPage(url.searchParams.get("person")), {});
  if (url.pathname === "/projector") return html(response, projectorPage(room), {});
  if (url.pathname === "/left") return html(response, "<!doctype html><title>ute</title><h1>Du er logget av</h1>", {});
  response.writeHead(404).end();
}

function live(room, request, response) {
  room.connects += 1;
  room.lastEventIds.push(request.headers["last-event-id"]);
  if (room.refuseStreams > 0) {
    room.refuseStreams -= 1;
    response.writeHead(502).end("bad gateway");
    return;
  }
  if (room.streamStatus) {
    response.writeHead(room.streamStatus).end();
    return;
  }
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.write(`:\n\nevent: clock\ndata: ${JSON.stringify({ now: Date.now() })}\n\n`);
  if (Number(request.headers["last-event-id"]) < room.seq) {
    response.write(`id: ${room.seq}\nevent: part\ndata: ${JSON.stringify({ id: "screen", html: screen(room) })}\n\n`);
  }
  room.streams.add(response);
  const beat = setInterval(() => response.write(":\n\n"), 10_000);
  response.on("close", () => {
    clearInterval(beat);
    room.streams.delete(response);
  });
}

async function post(room, url, request, response) {
  let body = "";
  for await (const chunk of request) body += chunk;
  if (url.pathname === "/leave") {
    response.writeHead(303, { Location: "/left" }).end();
    return;
  }
  const key = request.headers["idempotency-key"];
  const fields = Object.fromEntries(new URLSearchParams(body));
  const fate = room.posts.shift();
  if (fate === "down") return request.socket.destroy();
  if (fate === "portal") return html(response, "<h1>Gjestenett</h1>", {});
  if (typeof fate === "object") return json(response, fate.status, fate.body);
  if (!room.first.has(key)) {
    if (url.pathname === "/note") {
      room.note = fields.text;
      room.version += 1;
    }
    room.rows.push({ path: url.pathname, ...fields });
    room.first.set(key, { ok: true, seq: room.seq, saved_at: "14.32", version: String(room.version) });
  }
  if (fate === "drop-answer") return request.socket.destroy();
  if (fate === "slow") await new Promise((done) => setTimeout(done, 700));
  return json(response, 200, room.first.get(key));
}

async function file(response, name, cache) {
  const bytes = await readFile(DIST + name.replaceAll("..", ""));
  response.writeHead(200, { "Content-Type": TYPES[extname(name)] ?? "application/octet-stream", "Cache-Control": cache, "Content-Security-Policy": POLICY });
  response.end(bytes);
}

function html(response, text, headers) {
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache", "Content-Security-Policy": POLICY, ...headers });
  response.end(text);
}

function json(response, status, value) {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(value));
}
