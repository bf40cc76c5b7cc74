"""Peers that install by name, side by side with the command, with equal processor seconds.

  python -m venv peers && peers/bin/pip install ortools && peers/bin/python crates/seating/bench/peers.py SLOYFE [seconds] [instance…]

SLOYFE is the built program (or any program that takes `seat FILE --time S -o OUT`). CP-SAT runs
with two workers for SECONDS of wall time after its model is built, that is up to twice the
processor time of the command, which runs on one core. Everything is scored by score.py.
Timefold (PyPI `solverforge_legacy`, Java 17) is only looked for: its model is still to be written.
"""
import json, os, resource, subprocess, sys, tempfile, time
from itertools import combinations
from score import score

HERE = os.path.dirname(os.path.abspath(__file__))
DENSE = ["o09-real-40-5x3", "o13-uneven-43-constrained", "o14-uneven-118-constrained", "o15-dense-120-4x10"]


def cp_sat(inst, seconds):
    """The straightforward Boolean model: x[r,p,g], pairs by and-gates, balance by slack."""
    from ortools.sat.python import cp_model
    n, R, G = inst["n"], inst["rounds"], len(inst["groups"])
    m = cp_model.CpModel()
    here = [[p for p in range(n) if p not in set(inst.get("absent", [[]] * R)[r] if r < len(inst.get("absent", [])) else [])] for r in range(R)]
    x = {(r, p, g): m.NewBoolVar("") for r in range(R) for p in here[r] for g in range(G)}
    cost = []
    h = {}
    for e in inst.get("earlier", []):
        for grp in e["groups"]:
            for a, b in combinations(sorted(grp), 2):
                h[a, b] = h.get((a, b), 0) + e["weight"]
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
    s.parameters.max_time_in_seconds = seconds
    s.parameters.num_workers = 2
    status = s.Solve(m)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE): return None
    return [[[p for p in here[r] if s.Value(x[r, p, g])] for g in range(G)] for r in range(R)]


def sloyfe(program, path, seconds):
    out = tempfile.mktemp(suffix=".json")
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([program, "seat", path, "--time", f"{seconds}s", "-o", out], check=True, stderr=subprocess.DEVNULL)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    plan = json.load(open(out))["plan"]
    os.unlink(out)
    return plan, spent


def timefold():
    try:
        import solverforge_legacy  # noqa: F401
    except ImportError:
        return "not installed"
    return "installed, but this script has no model for it yet"


def main():
    program, seconds = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 10.0
    print(f"Timefold: {timefold()}")
    print(f"{'instance':<32}{'sloyfe':>8}{'cpu s':>7}{'CP-SAT':>9}{'cpu s':>7}{'ratio':>7}")
    for name in sys.argv[3:] or DENSE:
        path = os.path.join(HERE, "..", "fixtures", name + ".json")
        inst = json.load(open(path))
        ours, spent = sloyfe(program, path, seconds)
        before = time.process_time()
        theirs = cp_sat(inst, seconds)
        cpu = time.process_time() - before
        a = score(inst, ours)
        b = score(inst, theirs) if theirs else None
        told = b["total"] if b else "no plan"
        ratio = f"{a['total'] / b['total']:.2f}" if b and b["total"] and not b["violations"] else "–"
        print(f"{name:<32}{a['total']:>8}{spent:>7.1f}{told:>9}{cpu:>7.1f}{ratio:>7}", flush=True)


if __name__ == "__main__":
    main()
