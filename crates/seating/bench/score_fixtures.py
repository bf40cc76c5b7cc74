"""Writes ../fixtures/scored.json: scores by score.py of seatings made by arithmetic.

The crate's test makes the same seatings and compares its score."""
import glob, json, os
from score import score

here = os.path.dirname(os.path.abspath(__file__))
fixtures = os.path.join(here, "..", "fixtures")
cases = []
for path in sorted(glob.glob(os.path.join(fixtures, "o*.json"))):
    instance = json.load(open(path))
    if instance["kind"] == "roles" or instance["n"] > 600:
        continue
    tables = len(instance["groups"])
    for seed in (1, 5, 12):
        plan = [[[] for _ in range(tables)] for _ in range(instance["rounds"])]
        for r in range(instance["rounds"]):
            for p in range(instance["n"]):
                if (p * 7 + seed + r) % 41 > 0:
                    plan[r][(p * (seed + 3 * r + 1) + seed * r + p // tables) % tables].append(p)
        s = score(instance, plan)
        keys = ("total", "violations", "encounters", "balance", "moves", "repeats", "new_pairs")
        cases.append({"instance": os.path.basename(path), "seed": seed, "score": [s[k] for k in keys]})
json.dump(cases, open(os.path.join(fixtures, "scored.json"), "w"), indent=0)
