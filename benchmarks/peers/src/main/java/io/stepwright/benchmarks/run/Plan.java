package io.stepwright.benchmarks.run;

import io.stepwright.benchmarks.call.Call;
import io.stepwright.benchmarks.calls.Client;
import io.stepwright.benchmarks.compile.Compile;
import io.stepwright.benchmarks.contender.Pace;
import io.stepwright.benchmarks.contender.StepExecutor;
import io.stepwright.benchmarks.contenders.Peer;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.meaning.Lookups;
import io.stepwright.benchmarks.measure.Load;
import io.stepwright.benchmarks.measure.Overhead;
import io.stepwright.benchmarks.measure.Schedule;
import io.stepwright.benchmarks.tools.ToolCost;
import io.stepwright.benchmarks.tools.side.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans the processes that measure a part, in rounds in which all contenders take turns. */
final class Plan {

  /** The time of a step under load, in milliseconds. */
  private static final int STEP_MILLIS = 100;

  /** The time to warm up clients, which have much code to compile, in milliseconds. */
  private static final int CALL_WARM_MILLIS = 4_000;

  /** The number of measurements of warm concurrent runs, which are short. */
  private static final int LOAD_TIMES = 5;

  /** The time to warm up sleeping steps, which have little code, in milliseconds. */
  private static final int SLEEP_WARM_MILLIS = 1_000;

  /**
   * The time to warm up each flow with calls, in milliseconds. The flows of a process share most of
   * their code.
   */
  private static final int CALLING_FLOW_MILLIS = 1_500;

  private static final int CALL_WINDOW_MILLIS = 1_000;

  /** The number of calls of tools in one turn, beside one. */
  private static final int MANY_CALLS = 4;

  private static final int TOOL_WINDOWS = 3;
  private static final int TOOL_RUNS = 2_000;

  private static final int FEW = 1_000;
  private static final int MANY = 10_000;
  private static final double FILES_A_RUN = 2.5;

  private static final int STEADY_ROUNDS = 2;

  private static final List<String> HEAP = List.of("-Xms2g", "-Xmx2g");

  private final List<Jdk> jdks;
  private final Effort effort;
  private final boolean full;
  private final Compilations compilations;

  Plan(List<Jdk> jdks, boolean full, Compilations compilations) {
    this.jdks = List.copyOf(jdks);
    this.full = full;
    this.compilations = compilations;
    this.effort = full ? Effort.FULL : Effort.SHORT;
  }

  Effort effort() {
    return effort;
  }

  /**
   * Returns the time after which no further process of a part starts. On slow machines, compilers
   * take much longer and therefore get fewer rounds.
   */
  Duration limit(String part) {
    if (part.equals(Compile.PART)) {
      return full ? Duration.ofSeconds(420) : Duration.ofSeconds(80);
    }
    return Duration.ofHours(1);
  }

  /** Returns the jobs of a part that {@link Child} runs. */
  List<Job> jobs(String part) {
    List<Job> jobs = new ArrayList<>();
    for (int round = 0; round < rounds(part); round++) {
      boolean first = round == 0;
      switch (part) {
        case Overhead.PART -> jdks.forEach(jdk -> overhead(jdk, jobs));
        case Schedule.PART -> newest().forEach(jdk -> schedule(jdk, jobs));
        case Load.PART -> load(round, jobs);
        case Call.PART -> jdks.forEach(jdk -> call(jdk, jobs));
        case ToolCost.PART -> jdks.forEach(jdk -> tools(jdk, jobs));
        case Compile.PART -> compile(first, jobs);
        case Lookups.PART -> newest().forEach(jdk -> lookups(jdk, jobs));
        default -> throw new IllegalArgumentException(part);
      }
    }
    return jobs;
  }

  /**
   * Returns the number of rounds, which is smaller for parts whose results hardly vary between
   * processes.
   */
  private int rounds(String part) {
    boolean steady = part.equals(Schedule.PART) || part.equals(Lookups.PART);
    return steady ? Math.min(STEADY_ROUNDS, effort.rounds()) : effort.rounds();
  }

  /** Returns all JDKs, or only the last one in the short benchmark. */
  List<Jdk> newest() {
    return full ? jdks : jdks.subList(jdks.size() - 1, jdks.size());
  }

  private void overhead(Jdk jdk, List<Job> jobs) {
    for (Peer peer : Peer.values()) {
      List<String> arguments =
          List.of(
              Overhead.PART,
              peer.name(),
              flows(peer, Pace.EMPTY),
              Integer.toString(effort.warmMillis()),
              Integer.toString(effort.windowMillis()),
              Integer.toString(effort.windows()));
      jobs.add(new Job(Overhead.PART, peer.words(), jdk, HEAP, arguments, ""));
    }
  }

  private void schedule(Jdk jdk, List<Job> jobs) {
    for (Pace pace : List.of(Pace.SLEEP, Pace.CALL)) {
      for (Peer peer : measured()) {
        List<String> arguments =
            List.of(
                Schedule.PART,
                peer.name(),
                flows(peer, pace),
                pace.name(),
                Integer.toString(pace == Pace.CALL ? CALLING_FLOW_MILLIS : 0),
                Integer.toString(effort.times()));
        jobs.add(new Job(Schedule.PART, peer.words() + ", " + pace, jdk, HEAP, arguments, "flow"));
      }
    }
  }

  /**
   * Plans the load part. Calls take long to warm up and then vary little, so they have fewer
   * rounds.
   */
  private void load(int round, List<Job> jobs) {
    for (Jdk jdk : jdks) {
      load(jdk, Pace.SLEEP, round == 0, jobs);
      if (round < STEADY_ROUNDS) {
        load(jdk, Pace.CALL, round == 0, jobs);
      }
    }
  }

  private void load(Jdk jdk, Pace pace, boolean first, List<Job> jobs) {
    boolean calling = pace == Pace.CALL;
    // Each count has a separate process, because its threads and its memory are measured.
    for (int count : counts(jdk, pace, first)) {
      for (Peer peer : measured()) {
        List<String> arguments =
            List.of(
                Load.PART,
                peer.name(),
                pace.name(),
                Integer.toString(count),
                Integer.toString(STEP_MILLIS),
                Integer.toString(calling ? effort.callingMillis() : SLEEP_WARM_MILLIS),
                Integer.toString(LOAD_TIMES));
        String what = peer.words() + ", " + count + ", " + pace;
        jobs.add(new Job(Load.PART, what, jdk, HEAP, arguments, Integer.toString(STEP_MILLIS)));
      }
    }
  }

  /**
   * Returns the numbers of concurrent runs. The full benchmark also measures, once, as many runs as
   * the limit of open files permits; each run needs two connections.
   */
  private List<Integer> counts(Jdk jdk, Pace pace, boolean first) {
    boolean calling = pace == Pace.CALL;
    if (!full || !first || (calling && !StepExecutor.isVirtual(jdk.feature()))) {
      return List.of(FEW);
    }
    boolean enough = !calling || Machine.openFiles() > FILES_A_RUN * MANY;
    return List.of(FEW, enough ? MANY : MANY / 2);
  }

  /** Plans the compile part. The most important jobs come first, because the time is limited. */
  private void compile(boolean first, List<Job> jobs) {
    for (int i = jdks.size() - 1; i >= 0; i--) {
      jobs.addAll(compilations.fresh(jdks.get(i)));
    }
    if (first) {
      jobs.addAll(compilations.further(jdks.get(jdks.size() - 1)));
    }
  }

  private void call(Jdk jdk, List<Job> jobs) {
    List<String> clients =
        Stream.concat(
                Stream.of(Peer.STEPWRIGHT.name()), Stream.of(Client.values()).map(Client::name))
            .toList();
    for (String client : clients) {
      List<String> arguments =
          List.of(
              Call.PART,
              client,
              Integer.toString(CALL_WARM_MILLIS),
              Integer.toString(CALL_WINDOW_MILLIS));
      jobs.add(new Job(Call.PART, client, jdk, HEAP, arguments, "0"));
    }
  }

  private void tools(Jdk jdk, List<Job> jobs) {
    for (int calls : List.of(1, MANY_CALLS)) {
      for (Side side : Side.values()) {
        List<String> arguments =
            List.of(
                side.name(),
                Integer.toString(calls),
                Integer.toString(effort.warmToolRuns()),
                Integer.toString(TOOL_WINDOWS),
                Integer.toString(TOOL_RUNS));
        String what = side.words() + ", " + calls;
        jobs.add(
            new Job(
                Program.TOOLS, ToolCost.PART, what, jdk, HEAP, arguments, Integer.toString(calls)));
      }
    }
  }

  private void lookups(Jdk jdk, List<Job> jobs) {
    List<String> arguments = List.of(Lookups.PART, Integer.toString(effort.lookups()));
    jobs.add(new Job(Lookups.PART, "both", jdk, HEAP, arguments, ""));
  }

  private static List<Peer> measured() {
    return Stream.of(Peer.values()).filter(peer -> peer != Peer.REPORTING).toList();
  }

  private static String flows(Peer peer, Pace pace) {
    return Stream.of(Flow.values())
        .filter(flow -> peer.runs(flow, pace))
        .map(Flow::name)
        .collect(Collectors.joining(","));
  }
}
