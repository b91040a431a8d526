package io.stepwright.benchmarks.page;

import io.stepwright.benchmarks.contender.Pace;
import io.stepwright.benchmarks.contenders.Peer;
import io.stepwright.benchmarks.result.Figures;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The section on many concurrent runs. */
final class LoadSection extends Section {

  LoadSection(Figures figures) {
    super(figures);
  }

  @Override
  String title() {
    return "Load";
  }

  @Override
  String body() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        Many runs of the guide's flow at once, every step 100 ms: from the start until the last has ended, divided by the critical path of 200 ms. Callers wait in threads of their own, virtual ones where
        there are any. The server is a process of its own, but it has the same cores: what it needs is missing to those who call it. *Threads* are the most platform threads, *memory* the most that the process had,
        with a heap of at most 2 GB. On JDK 17, where everybody who waits holds a platform thread, calls are measured at 1,000 only.
        *At first* is the first time in its JVM, with code that has never run; there Stepwright's calls took long with its former client, over openai-java, with which these figures were taken. Everything else is measured after
        some seconds of it. A thousand runs ask three thousand times within a fifth of a second, which is more than two cores can do for any client: what is measured with calls is processor time.

        """);
    BarChart chart = new BarChart("1,000 runs at once: time over the critical path", false);
    for (String jdk : figures.texts("jdk")) {
      for (Pace pace : Pace.values()) {
        chart.group("JDK " + jdk + ", " + words(pace));
        for (Peer peer : Peer.values()) {
          double ratio = of(figures, jdk, pace, "1000", peer).median("ratio");
          chart.bar(peer.words(), ratio, Table.ratio(ratio));
        }
      }
    }
    text.append(chart("load", chart));
    for (String jdk : figures.texts("jdk")) {
      for (Pace pace : Pace.values()) {
        for (String count : figures.where("jdk", jdk, "pace", pace.name()).texts("count")) {
          text.append(
              String.format(
                  Locale.ROOT,
                  "### JDK %s, %,d runs, %s%n%n",
                  jdk,
                  Integer.valueOf(count),
                  words(pace)));
          text.append(table(jdk, pace, count)).append("\n");
        }
      }
    }
    return text.toString();
  }

  private Table table(String jdk, Pace pace, String count) {
    Table table =
        new Table("", "time × critical path", "at first", "time, ms", "threads", "memory, MB");
    for (Peer peer : Peer.values()) {
      Figures own = of(figures, jdk, pace, count, peer);
      if (!Double.isNaN(own.median("ratio"))) {
        table.row(
            List.of(
                peer.words(),
                Table.ratio(own.median("ratio")),
                Table.ratio(own.median("firstRatio")),
                Table.number(own.median("millis")),
                Table.number(own.median("peakThreads")),
                Table.number(own.median("megabytes"))));
      }
    }
    return table;
  }

  private static String words(Pace pace) {
    return pace == Pace.CALL ? "calls to a server" : "steps that sleep";
  }

  static Figures of(Figures figures, String jdk, Pace pace, String count, Peer peer) {
    return figures.where("jdk", jdk, "pace", pace.name(), "count", count, "peer", peer.name());
  }

  /** Returns the best ratio of some peers; NaN if there is none. */
  static double best(Figures figures, String jdk, Pace pace, String count, Predicate<Peer> whose) {
    return OverheadSection.least(
        Stream.of(Peer.values())
            .filter(whose)
            .mapToDouble(peer -> of(figures, jdk, pace, count, peer).median("ratio")));
  }
}
