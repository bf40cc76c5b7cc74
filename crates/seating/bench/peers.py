"""Peers that install by name, side by side with the search, with equal processor seconds.

  cargo xtask bench seating [seconds] [instance…]

An instance is a file in ../fixtures or `seed-N`. Search, tabu and greedy run in the example
`bench` (one core). Timefold runs on one core, its garbage collector and compiler free of charge:
once with its own phases and moves, and once (`Tf+`) with a start and moves that fit the problem.
CP-SAT has two workers and so twice the processor seconds, the building of its model free of
charge. Each starts from nothing of ours. Every plan is scored by score.py; `!` marks broken
rules, `–` no plan.
"""
import json, os, subprocess, sys, threading, time
from glob import glob
from itertools import combinations
from score import score

HERE = os.path.dirname(os.path.abspath(__file__))
INSTANCES = ["o09-real-40-5x3", "o13-uneven-43-constrained", "o14-uneven-118-constrained", "o15-dense-120-4x10", "seed-1", "seed-2", "seed-3", "seed-4"]
SEED = 1
# CP-SAT's model has a clause for each pair, round and table; beyond this it is not built.
CLAUSES_MAX = 2_500_000


def present(inst):
    away = inst.get("absent", []) + [[]] * inst["rounds"]
    return [[p for p in range(inst["n"]) if p not in away[r]] for r in range(inst["rounds"])]


def history(inst):
    h = {}
    for e in inst.get("earlier", []):
        for grp in e["groups"]:
            for a, b in combinations(sorted(grp), 2):
                h[a, b] = h.get((a, b), 0) + e["weight"]
    return h


def anchored(inst, r):
    groups = inst["anchor"]["groups"][r] if "anchor" in inst else []
    return {p: g for g, members in enumerate(groups) for p in members}


def cp_sat(inst, seconds):
    """The straightforward Boolean model: x[r,p,g], pairs by and-gates, balance by slack."""
    from ortools.sat.python import cp_model
    n, R, G = inst["n"], inst["rounds"], len(inst["groups"])
    m = cp_model.CpModel()
    here = present(inst)
    x = {(r, p, g): m.NewBoolVar("") for r in range(R) for p in here[r] for g in range(G)}
    cost = []
    h = history(inst)
    clique = {p: k for k, t in enumerate(inst.get("together", [])) for p in t}
    for r in range(R):
        for p in here[r]:
            m.AddExactlyOne(x[r, p, g] for g in range(G))
        size = []
        for g, (lo, hi) in enumerate(inst["groups"]):
            s = sum(x[r, p, g] for p in here[r])
            m.Add(s >= lo); m.Add(s <= hi); size.append(s)
        for t in inst.get("together", []):
            t = [p for p in t if p in here[r]]
            for a, b in zip(t, t[1:]):
                for g in range(G): m.Add(x[r, a, g] == x[r, b, g])
        for a, b in inst.get("apart", []):
            if a in here[r] and b in here[r]:
                for g in range(G): m.AddBoolOr(x[r, a, g].Not(), x[r, b, g].Not())
        for p, g in inst.get("hosts", []):
            if p in here[r]: m.Add(x[r, p, g] == 1)
        for p in here[r]:
            old = anchored(inst, r).get(p)
            if old is not None:
                if r < inst["anchor"]["frozen_rounds"]: m.Add(x[r, p, old] == 1)
                cost.append(inst["anchor"]["move_cost"] * (1 - x[r, p, old]))
        N = len(here[r])
        for a in inst.get("attributes", []):
            for k in range(max(a["values"]) + 1):
                members = [p for p in here[r] if a["values"][p] == k]
                for g in range(G):
                    c = sum(x[r, p, g] for p in members)
                    lo, hi = inst["groups"][g]
                    d = m.NewIntVar(0, hi, "")
                    for s in range(lo, hi + 1):
                        q, Q = s * len(members) // N, -(-s * len(members) // N)
                        if lo == hi:
                            m.Add(d >= c - Q); m.Add(d >= q - c)
                        else:
                            at = m.NewBoolVar("")
                            m.Add(size[g] == s).OnlyEnforceIf(at)
                            m.Add(size[g] != s).OnlyEnforceIf(at.Not())
                            m.Add(d >= c - Q).OnlyEnforceIf(at); m.Add(d >= q - c).OnlyEnforceIf(at)
                    cost.append(a["weight"] * d)
    w = inst.get("repeat_weight", 10)
    for a, b in combinations(range(n), 2):
        if a in clique and clique[a] == clique.get(b): continue
        ys = []
        for r in range(R):
            if a in here[r] and b in here[r]:
                y = m.NewBoolVar("")
                for g in range(G): m.AddBoolOr(x[r, a, g].Not(), x[r, b, g].Not(), y)
                ys.append(y)
        if not ys: continue
        if h.get((a, b)): cost.append(h[a, b] * sum(ys))
        total = sum(ys)
        for k in range(1, len(ys)):
            over = m.NewIntVar(0, len(ys), "")
            m.Add(over >= total - k)
            cost.append(w * over)
    m.Minimize(sum(cost))
    s = cp_model.CpSolver()
    s.parameters.num_workers = 2
    status = stopped_after(2 * seconds, s, m)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE): return None
    return [[[p for p in here[r] if s.Value(x[r, p, g])] for g in range(G)] for r in range(R)]


def stopped_after(cpu, solver, model):
    """Solves until this process has had `cpu` seconds of processor time."""
    done = threading.Event()
    end = time.process_time() + cpu

    def watch():
        while not done.wait(0.02):
            if time.process_time() > end:
                solver.stop_search()

    watcher = threading.Thread(target=watch)
    watcher.start()
    status = solver.Solve(model)
    done.set()
    watcher.join()
    return status


def timefold(manner):
    return lambda inst, seconds: by_timefold(inst, seconds, manner)


def by_timefold(inst, seconds, manner):
    """Writes the problem as numbers for Timefold.java and reads tables by person."""
    n, R = inst["n"], inst["rounds"]
    out = [n, R, len(inst["groups"]), inst.get("repeat_weight", 10)]
    for bounds in inst["groups"]: out += bounds
    hosts = dict(map(tuple, inst.get("hosts", [])))
    for r, here in enumerate(present(inst)):
        held = anchored(inst, r) if "anchor" in inst and r < inst["anchor"]["frozen_rounds"] else {}
        out += [held.get(p, hosts.get(p, -1)) if p in set(here) else -2 for p in range(n)]
    set_of = {p: k for k, t in enumerate(inst.get("together", [])) for p in t}
    out += [set_of.get(p, -1) for p in range(n)]
    out.append(len(inst.get("attributes", [])))
    for a in inst.get("attributes", []): out += [a["weight"], *a["values"]]
    out.append(len(inst.get("apart", [])))
    for pair in inst.get("apart", []): out += pair
    h = history(inst)
    out.append(len(h))
    for (a, b), tenths in h.items(): out += [a, b, tenths]
    out.append(inst["anchor"]["move_cost"] if "anchor" in inst else 0)
    for r in range(R):
        old = anchored(inst, r)
        out += [old.get(p, -1) for p in range(n)]
    said = subprocess.run(
        ["java", "-Xmx1g", "-cp", classes() + ":" + jars(), "Timefold", str(seconds), str(SEED), manner],
        input=" ".join(map(str, out)), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
    seats = json.loads(said.stdout.strip().splitlines()[-1])
    return [[[p for p in range(n) if row[p] == g] for g in range(len(inst["groups"]))] for row in seats]


def jars():
    import importlib.util
    package = importlib.util.find_spec("solverforge_legacy").submodule_search_locations[0]
    # The logger would write to the output that we read.
    return ":".join(jar for jar in glob(os.path.join(package, "solver", "jars", "*.jar")) if "logback" not in jar)


def classes():
    """Timefold.java, compiled beside the environment that this runs in."""
    source, folder = os.path.join(HERE, "Timefold.java"), os.path.join(sys.prefix, "classes")
    built = os.path.join(folder, "Timefold.class")
    if not os.path.exists(built) or os.path.getmtime(built) < os.path.getmtime(source):
        subprocess.run(["javac", "-proc:none", "-cp", jars(), "-d", folder, source], check=True)
    return folder


def by_bench(bench, method):
    def plan(inst, seconds):
        said = subprocess.run([bench, "plan", method, inst["asked"], str(seconds), str(SEED)], stdout=subprocess.PIPE, text=True, check=True)
        return json.loads(said.stdout)
    return plan


def cell(inst, plan):
    if plan is None: return None, "–"
    s = score(inst, plan)
    return (None, f"{s['violations']}!") if s["violations"] else (s["total"], str(s["total"]))


def main():
    bench, seconds = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 2.0
    methods = {"ours": by_bench(bench, "search"), "CP-SAT": cp_sat, "Timefold": timefold("default"), "Tf+": timefold("helped"),
               "tabu": by_bench(bench, "tabu"), "greedy": by_bench(bench, "greedy")}
    missing = {}
    print(f"{seconds:g} processor seconds a run, seed {SEED}; lower is better")
    print(f"{'instance':<34}" + "".join(f"{name:>9}" for name in [*methods, "known", "/peer", "/tabu", "/known"]))
    for name in sys.argv[3:] or INSTANCES:
        said = subprocess.run([bench, "instance", name], stdout=subprocess.PIPE, text=True, check=True)
        inst = json.loads(said.stdout) | {"asked": name}
        totals, row = {}, f"{name:<34}"
        for method, run in methods.items():
            plan = None
            if method != "CP-SAT" or inst["n"] ** 2 // 2 * inst["rounds"] * len(inst["groups"]) <= CLAUSES_MAX:
                try:
                    plan = run(inst, seconds)
                except (ImportError, AttributeError, OSError, subprocess.CalledProcessError) as why:
                    missing[method] = why
            totals[method], told = cell(inst, plan)
            row += f"{told:>9}"
        known = best_known(name)
        peers = [totals[peer] for peer in ("CP-SAT", "Timefold", "Tf+") if totals[peer] is not None]
        row += f"{'–' if known is None else known:>9}"
        for other in [min(peers, default=None), totals["tabu"], known]:
            told = f"{totals['ours'] / other:.2f}" if other and totals["ours"] is not None else "–"
            row += f"{told:>9}"
        print(row, flush=True)
    for method, why in missing.items():
        print(f"{method} did not run: {why}")


def best_known(name):
    path = os.path.join(HERE, "..", "fixtures", name + ".json")
    return json.load(open(path))["best_known"]["total"] if os.path.exists(path) else None


if __name__ == "__main__":
    main()
