// Timefold on a seating problem: one entity per person and round, the table as its variable, the
// score of docs/seating.md as constraint streams. peers.py writes the problem as whole numbers on
// standard input and reads tables from standard output: `[round][person]`, -1 for nobody.
//
// Arguments: processor seconds of the solving thread (starting the machine, compiling and
// collecting garbage are not counted), seed, and `default` or `helped`. Hosts and held rounds are
// pinned. By default Timefold's own phases and moves do the rest. Helped, it starts by FIRST_FIT,
// swaps within a round only, and where all tables have one size, leaves out moves that break it.

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.solution.*;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore;
import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.api.score.stream.*;
import ai.timefold.solver.core.api.solver.*;
import ai.timefold.solver.core.config.constructionheuristic.*;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.*;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.*;
import ai.timefold.solver.core.impl.heuristic.selector.common.decorator.SelectionFilter;
import ai.timefold.solver.core.impl.heuristic.selector.move.generic.SwapMove;
import java.lang.management.ManagementFactory;
import java.util.*;

public class Timefold {
    static int people, rounds, tables, repeat, moveCost;
    static int[] least, most, set, weight;
    static int[][] anchor, value, history, shareOf, heads;

    @PlanningEntity
    public static class Seat {
        @PlanningId public int id;
        public int round, person;
        @PlanningPin public boolean pinned;
        @PlanningVariable public Integer table;
        public int getRound() { return round; }
        public int getPerson() { return person; }
        public Integer getTable() { return table; }
        public long at() { return (long) round * tables + table; }
    }

    public record Place(int round, int table) {}
    public record Apart(int one, int other) {}

    @PlanningSolution
    public static class Seating {
        @PlanningEntityCollectionProperty public List<Seat> seats = new ArrayList<>();
        @ValueRangeProvider @ProblemFactCollectionProperty public List<Integer> range = new ArrayList<>();
        @ProblemFactCollectionProperty public List<Place> places = new ArrayList<>();
        @ProblemFactCollectionProperty public List<Apart> apart = new ArrayList<>();
        @PlanningScore public HardSoftScore score;
    }

    public static class Within implements SelectionFilter<Seating, SwapMove<Seating>> {
        @Override public boolean accept(ScoreDirector<Seating> director, SwapMove<Seating> move) {
            Seat one = (Seat) move.getLeftEntity(), other = (Seat) move.getRightEntity();
            return one.round == other.round && !one.table.equals(other.table);
        }
    }

    public static class Wishes implements ConstraintProvider {
        @Override public Constraint[] defineConstraints(ConstraintFactory all) {
            return new Constraint[] {
                all.forEach(Seat.class).groupBy(Seat::getRound, Seat::getTable, ConstraintCollectors.count())
                    .penalize(HardSoftScore.ONE_HARD, (round, table, size) ->
                        Math.max(0, size - most[table]) + Math.max(0, least[table] - size)).asConstraint("sizes"),
                all.forEach(Place.class).ifNotExists(Seat.class, Joiners.equal(Place::round, Seat::getRound),
                        Joiners.equal(Place::table, Seat::getTable))
                    .penalize(HardSoftScore.ONE_HARD, place -> least[place.table()]).asConstraint("empty tables"),
                all.forEach(Seat.class).filter(seat -> set[seat.person] >= 0)
                    .join(Seat.class, Joiners.equal(Seat::getRound), Joiners.equal(seat -> set[seat.person]),
                        Joiners.lessThan(Seat::getPerson))
                    .filter((one, other) -> !one.table.equals(other.table))
                    .penalize(HardSoftScore.ONE_HARD).asConstraint("together"),
                all.forEach(Apart.class).join(Seat.class, Joiners.equal(Apart::one, Seat::getPerson))
                    .join(Seat.class, Joiners.equal((pair, one) -> pair.other(), Seat::getPerson),
                        Joiners.equal((pair, one) -> one.at(), Seat::at))
                    .penalize(HardSoftScore.ONE_HARD).asConstraint("apart"),
                all.forEachUniquePair(Seat.class, Joiners.equal(Seat::at))
                    .filter((one, other) -> set[one.person] < 0 || set[one.person] != set[other.person])
                    .groupBy((one, other) -> pair(one.person, other.person), ConstraintCollectors.countBi())
                    .penalize(HardSoftScore.ONE_SOFT, (pair, times) ->
                        repeat * times * (times - 1) / 2 + times * history[pair / people][pair % people])
                    .asConstraint("encounters"),
                all.forEach(Seat.class).groupBy(Seat::getRound, Seat::getTable, ConstraintCollectors.toList())
                    .penalize(HardSoftScore.ONE_SOFT, (round, table, seats) -> unbalance(round, seats))
                    .asConstraint("balance"),
                all.forEach(Seat.class).filter(seat -> anchor[seat.round][seat.person] >= 0
                        && anchor[seat.round][seat.person] != seat.table)
                    .penalize(HardSoftScore.ONE_SOFT, seat -> moveCost).asConstraint("moves"),
            };
        }
    }

    static int pair(int one, int other) {
        return Math.min(one, other) * people + Math.max(one, other);
    }

    static int unbalance(int round, List<Seat> seats) {
        int sum = 0, size = seats.size(), all = heads[round][0];
        for (int a = 0; a < weight.length; a++) {
            int[] mine = value[a], share = shareOf[round * weight.length + a];
            int[] count = new int[share.length];
            for (Seat seat : seats) if (mine[seat.person] >= 0) count[mine[seat.person]]++;
            for (int k = 0; k < share.length; k++) {
                int low = size * share[k] / all, high = (size * share[k] + all - 1) / all;
                sum += weight[a] * (Math.max(0, count[k] - high) + Math.max(0, low - count[k]));
            }
        }
        return sum;
    }

    static Seating read(Scanner in) {
        people = in.nextInt(); rounds = in.nextInt(); tables = in.nextInt(); repeat = in.nextInt();
        least = new int[tables]; most = new int[tables];
        Seating seating = new Seating();
        for (int g = 0; g < tables; g++) { least[g] = in.nextInt(); most[g] = in.nextInt(); seating.range.add(g); }
        int[][] state = table(in, rounds, people);
        set = table(in, 1, people)[0];
        int attributes = in.nextInt();
        weight = new int[attributes]; value = new int[attributes][];
        for (int a = 0; a < attributes; a++) { weight[a] = in.nextInt(); value[a] = table(in, 1, people)[0]; }
        for (int count = in.nextInt(); count > 0; count--) seating.apart.add(new Apart(in.nextInt(), in.nextInt()));
        history = new int[people][people];
        for (int count = in.nextInt(); count > 0; count--) history[in.nextInt()][in.nextInt()] = in.nextInt();
        moveCost = in.nextInt();
        anchor = table(in, rounds, people);
        heads = new int[rounds][1]; shareOf = new int[rounds * attributes][];
        for (int r = 0; r < rounds; r++) {
            for (int p = 0; p < people; p++) if (state[r][p] != -2) heads[r][0]++;
            for (int a = 0; a < attributes; a++) {
                int[] share = new int[Arrays.stream(value[a]).max().orElse(-1) + 1];
                for (int p = 0; p < people; p++) if (state[r][p] != -2 && value[a][p] >= 0) share[value[a][p]]++;
                shareOf[r * attributes + a] = share;
            }
            for (int g = 0; g < tables; g++) seating.places.add(new Place(r, g));
        }
        for (int sets = 1; sets >= 0; sets--)
            for (int r = 0; r < rounds; r++)
                for (int p = 0; p < people; p++) {
                    if (state[r][p] == -2 || (set[p] >= 0) != (sets == 1)) continue;
                    Seat seat = new Seat();
                    seat.id = r * people + p; seat.round = r; seat.person = p;
                    seat.pinned = state[r][p] >= 0;
                    if (seat.pinned) seat.table = state[r][p];
                    seating.seats.add(seat);
                }
        return seating;
    }

    static int[][] table(Scanner in, int rows, int columns) {
        int[][] table = new int[rows][columns];
        for (int[] row : table) for (int c = 0; c < columns; c++) row[c] = in.nextInt();
        return table;
    }

    public static void main(String[] args) throws Exception {
        double seconds = Double.parseDouble(args[0]);
        Seating seating = read(new Scanner(System.in));
        boolean fixed = Arrays.equals(least, most);
        SwapMoveSelectorConfig swaps = new SwapMoveSelectorConfig().withFilterClass(Within.class);
        LocalSearchPhaseConfig search = new LocalSearchPhaseConfig();
        search.setMoveSelectorConfig(fixed ? swaps : new UnionMoveSelectorConfig(List.of(new ChangeMoveSelectorConfig(), swaps)));
        ConstructionHeuristicPhaseConfig start = new ConstructionHeuristicPhaseConfig();
        start.setConstructionHeuristicType(ConstructionHeuristicType.FIRST_FIT);
        SolverConfig config = new SolverConfig().withSolutionClass(Seating.class).withEntityClasses(Seat.class)
            .withConstraintProviderClass(Wishes.class).withRandomSeed(Long.parseLong(args[1]));
        if (args[2].equals("helped")) config = config.withPhases(start, search);
        Solver<Seating> solver = SolverFactory.<Seating>create(config).buildSolver();
        Seating[] found = new Seating[1];
        Thread worker = new Thread(() -> found[0] = solver.solve(seating));
        var threads = ManagementFactory.getThreadMXBean();
        worker.start();
        while (worker.isAlive() && threads.getThreadCpuTime(worker.getId()) < seconds * 1e9) Thread.sleep(10);
        solver.terminateEarly();
        worker.join();
        int[][] plan = new int[rounds][people];
        for (int[] row : plan) Arrays.fill(row, -1);
        for (Seat seat : found[0].seats) if (seat.table != null) plan[seat.round][seat.person] = seat.table;
        System.out.println(Arrays.deepToString(plan));
    }
}
