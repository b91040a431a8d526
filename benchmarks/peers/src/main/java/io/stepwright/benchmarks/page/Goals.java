package io.stepwright.benchmarks.page;

import io.stepwright.benchmarks.compile.Compile;
import io.stepwright.benchmarks.compile.Subject;
import io.stepwright.benchmarks.contender.Pace;
import io.stepwright.benchmarks.contender.StepExecutor;
import io.stepwright.benchmarks.contenders.Peer;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.measure.Load;
import io.stepwright.benchmarks.measure.Overhead;
import io.stepwright.benchmarks.result.Figures;
import io.stepwright.benchmarks.tools.ToolCost;
import io.stepwright.benchmarks.tools.side.Side;
import java.util.List;
import java.util.Locale;

/** The goals, each with its result. */
final class Goals {

  private static final double CPU = 1.5;
  private static final double BYTES = 2_048;
  private static final double SLEEPS = 1.15;
  private static final double CALLS = 1.5;
  private static final double COMPILE_SECONDS = 2;

  /** Tolerance: two measurements of the same thing differ by about this factor. */
  private static final double NOISE = 1.05;

  private final Figures overhead;
  private final Figures load;
  private final Figures tools;
  private final Figures compile;
  private final Table table = new Table("goal", "at most", "measured", "");

  Goals(Figures figures) {
    overhead = figures.where("part", Overhead.PART);
    load = figures.where("part", Load.PART);
    tools = figures.where("part", ToolCost.PART);
    compile = figures.where("part", Compile.PART);
  }

  String markdown() {
    for (String jdk : overhead.texts("jdk")) {
      overhead(jdk);
    }
    for (String jdk : load.texts("jdk")) {
      load(jdk);
    }
    for (String jdk : tools.texts("jdk")) {
      tools(jdk);
    }
    for (String jdk : compile.texts("jdk")) {
      compile(jdk);
    }
    return table.isEmpty() ? "Not measured.\n" : table.toString();
  }

  private void overhead(String jdk) {
    Figures own = OverheadSection.of(overhead, jdk, Flow.GUIDE, Peer.STEPWRIGHT);
    double hand = OverheadSection.byHand(overhead, jdk, Flow.GUIDE, "cpuMicros");
    String what = "JDK " + jdk + ", three empty steps: ";
    judge(what + "CPU time over code by hand", CPU, own.median("cpuMicros") / hand);
    judge(what + "bytes a run", BYTES, own.median("bytes"));
    judge(
        what + "CPU time over the best library",
        1,
        own.median("cpuMicros") / OverheadSection.library(overhead, jdk, Flow.GUIDE, "cpuMicros"));
    judge(
        what + "bytes over the best library",
        1,
        own.median("bytes") / OverheadSection.library(overhead, jdk, Flow.GUIDE, "bytes"));
  }

  private void load(String jdk) {
    for (Pace pace : List.of(Pace.SLEEP, Pace.CALL)) {
      for (String count : load.where("jdk", jdk, "pace", pace.name()).texts("count")) {
        double own = LoadSection.of(load, jdk, pace, count, Peer.STEPWRIGHT).median("ratio");
        String what =
            String.format(
                Locale.ROOT,
                "JDK %s, %,d runs at once, %s: ",
                jdk,
                Integer.valueOf(count),
                pace == Pace.CALL ? "calls" : "sleeping steps");
        if (!StepExecutor.isVirtual(Integer.parseInt(jdk))) {
          double best = LoadSection.best(load, jdk, pace, count, Peer::isLibrary);
          judge(what + "time over the best library", NOISE, own / best);
        } else if (count.equals("1000")) {
          judge(what + "time over the critical path", pace == Pace.CALL ? CALLS : SLEEPS, own);
          double best = LoadSection.best(load, jdk, pace, count, Peer::isByHand);
          judge(what + "time over code by hand", pace == Pace.CALL ? CALLS : SLEEPS, own / best);
        } else {
          double best = LoadSection.best(load, jdk, pace, count, Peer::isByHand);
          judge(what + "time over code by hand (no hidden limit)", SLEEPS, own / best);
        }
      }
    }
  }

  private void tools(String jdk) {
    for (String calls : tools.where("jdk", jdk).texts("calls")) {
      Figures own = ToolsSection.of(tools, jdk, calls, Side.STEPWRIGHT);
      String what = "JDK " + jdk + ", " + ToolsSection.words(calls) + ": ";
      judge(
          what + "CPU time over the best library",
          1,
          own.median("cpuMicros") / ToolsSection.library(tools, jdk, calls, "cpuMicros"));
      judge(
          what + "bytes over the best library",
          1,
          own.median("bytes") / ToolsSection.library(tools, jdk, calls, "bytes"));
    }
  }

  private void compile(String jdk) {
    double hundred = CompileSection.added(compile, jdk, "fresh", Subject.STEPWRIGHT, "100");
    double all = CompileSection.added(compile, jdk, "fresh", Subject.STEPWRIGHT, "400");
    String what = "JDK " + jdk + ", ";
    judge(what + "100 agents of ten steps: seconds added to javac", COMPILE_SECONDS, hundred / 1e3);
    judge(what + "400 agents: what each adds over what each of 100 does", NOISE, all / 4 / hundred);
  }

  private void judge(String what, double most, double measured) {
    if (!Double.isNaN(measured)) {
      table.row(
          List.of(
              what,
              Table.number(most),
              Table.number(measured),
              measured <= most ? "met" : "**missed**"));
    }
  }
}
