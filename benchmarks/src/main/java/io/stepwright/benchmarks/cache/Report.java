package io.stepwright.benchmarks.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects figures and writes a page. Not thread-safe. */
final class Report {

  private record Parts(String store, int entries, Map<String, Percentiles> parts) {}

  private final List<Figure> figures = new ArrayList<>();
  private final List<Parts> parts = new ArrayList<>();
  private final List<Recall> recalls = new ArrayList<>();
  private final List<ColdStarts.Cold> starts = new ArrayList<>();

  void add(Figure figure) {
    figures.add(figure);
    System.err.println(row(figure));
  }

  /** Adds the times of the bare parts of hits by meaning. */
  void parts(String store, int entries, Map<String, Percentiles> each) {
    parts.add(new Parts(store, entries, new TreeMap<>(each)));
    System.err.println(row(parts.get(parts.size() - 1)));
  }

  void recall(Recall recall) {
    recalls.add(recall);
    System.err.println(row(recall));
  }

  void start(ColdStarts.Cold cold) {
    starts.add(cold);
    System.err.println(row(cold));
  }

  /**
   * Returns the page in Markdown.
   *
   * @param machine a description of the machine
   */
  String page(String machine) {
    return """
        # What the cache costs

        Measured through the cache with its guards and the built-in embedder, on questions of twelve words in one partition, %s of each kind after %s to warm up. Beside each
        look-up, in turn with it and so under the same load, its bare parts were measured: in process the embedding, the scan and the guards, on Redis the embedding and the raw commands
        (`VSIM`, and `MGET` of what may be near enough). All times are in milliseconds.

        %s

        | look-up | store | entries | p50 | p95 | bare parts, p50 | p95 | p50 above them | goal p50 | goal above |
        | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |
        %s

        A time includes that of making the question's key. Every question is new to the process, so that its embedding has to be computed; every hit by meaning was checked to be one. In process a step has at most
        10,000 entries. An exact hit on Redis that this process has had within ten seconds is an exact hit in process.

        ## The bare parts of a hit by meaning

        | store | entries | embedding, p50 / p95 | search | guards | load |
        | --- | ---: | ---: | ---: | ---: | ---: |
        %s

        A search in process reads the first third of every vector, which at 10,000 entries is 5 MB, and rules out by it what cannot be near enough. Between two searches an embedding, which
        reads the model's weights, takes its place in the processor's caches: the time is mostly that of reading from memory again.

        ## What the search on Redis finds

        Redis looks at a part of the entries only. Of questions in new words that have an answer, as looking at all entries shows, so many get it:

        | entries | similarity to the nearest, median / least | found | asked | share | entries loaded for each |
        | ---: | ---: | ---: | ---: | ---: | ---: |
        %s

        ## From a new JVM on

        Medians. An agent's cache warms up in the background; a first look-up before that is over only finds equal questions.

        | weights | first embedding after | an embedding then | warmed up after | first look-up by meaning, a miss | second, a hit |
        | --- | ---: | ---: | ---: | ---: | ---: |
        %s

        ## Measure your own machine

        ```
        benchmarks/cache
        ```

        prints this page. It needs a Redis 8, which `.ci/redis install` finds or fetches, or `STEPWRIGHT_TEST_REDIS_SERVER` names, and takes some minutes. With `-DupdateDocs=true` it writes it here.
        """
        .formatted(
            String.format(Locale.ROOT, "%,d", SideBySide.MEASURED),
            String.format(Locale.ROOT, "%,d", SideBySide.WARM_UP),
            machine,
            figures.stream().map(Report::row).collect(Collectors.joining("\n")),
            parts.stream().map(Report::row).collect(Collectors.joining("\n")),
            recalls.stream().map(Report::row).collect(Collectors.joining("\n")),
            starts.stream().map(Report::row).collect(Collectors.joining("\n")));
  }

  private static String row(Figure figure) {
    Percentiles bare = figure.bare();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,d | %s | %s | %s | %s | %s | %s | %s |",
        figure.kind(),
        figure.store(),
        figure.entries(),
        millis(figure.cache().millis(50)),
        millis(figure.cache().millis(95)),
        bare == null ? "" : millis(bare.millis(50)),
        bare == null ? "" : millis(bare.millis(95)),
        bare == null ? "" : millis(figure.above()),
        goal(figure.goal(), figure.cache().millis(50)),
        goal(figure.goalAbove(), figure.above()));
  }

  private static String goal(double goal, double measured) {
    if (Double.isNaN(goal)) {
      return "";
    }
    return String.format(Locale.ROOT, "≤ %.1f, %s", goal, measured <= goal ? "met" : "missed");
  }

  private static String row(Parts row) {
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %s | %s | %s | %s |",
        row.store(),
        row.entries(),
        both(row.parts().get("embedding")),
        both(row.parts().get("search")),
        both(row.parts().get("guards")),
        both(row.parts().get("load")));
  }

  private static String both(@Nullable Percentiles part) {
    return part == null ? "" : millis(part.millis(50)) + " / " + millis(part.millis(95));
  }

  private static String row(Recall recall) {
    return String.format(
        Locale.ROOT,
        "| %,d | %.3f / %.3f | %,d | %,d | %.2f %% | %.1f |",
        recall.entries(),
        recall.wordings().median(),
        recall.wordings().least(),
        recall.found(),
        recall.asked(),
        100.0 * recall.found() / recall.asked(),
        recall.candidates());
  }

  private static String row(ColdStarts.Cold cold) {
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %s | %,.0f | %s | %s |",
        cold.weights(),
        cold.embedding(),
        millis(cold.warmEmbedding()),
        cold.warm(),
        millis(cold.first()),
        millis(cold.second()));
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, millis < 0.1 ? "%.3f" : "%.2f", millis);
  }
}
