package io.stepwright.benchmarks.run;

import io.stepwright.benchmarks.call.Call;
import io.stepwright.benchmarks.compile.Compile;
import io.stepwright.benchmarks.compile.Project;
import io.stepwright.benchmarks.compile.Subject;
import io.stepwright.benchmarks.compile.Variant;
import io.stepwright.benchmarks.contender.Pace;
import io.stepwright.benchmarks.contenders.Peer;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.meaning.Lookups;
import io.stepwright.benchmarks.measure.Load;
import io.stepwright.benchmarks.measure.Overhead;
import io.stepwright.benchmarks.measure.Schedule;
import io.stepwright.benchmarks.result.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The main class of the process of a {@link Job}, which prints rows. */
public final class Child {

  /** The system property with the URL of the model server. */
  static final String URL = "benchmark.url";

  private Child() {}

  /**
   * Measures one part.
   *
   * @param arguments the name of the part, and its arguments
   */
  public static void main(String... arguments) throws Exception {
    measure(List.of(arguments), System.getProperty(URL, ""), System.out::println);
    // Exits explicitly, because thread pools of the peers would keep the process alive.
    System.exit(0);
  }

  /** Measures one part. */
  static void measure(List<String> arguments, String url, Consumer<Row> rows) throws Exception {
    Reader next = new Reader(arguments);
    switch (next.text()) {
      case Overhead.PART ->
          Overhead.measure(
              next.peer(), next.flows(), next.number(), next.number(), next.number(), rows);
      case Schedule.PART ->
          Schedule.measure(
              next.peer(), next.flows(), next.pace(), url, next.number(), next.number(), rows);
      case Load.PART ->
          Load.measure(
              next.peer(),
              next.pace(),
              next.numbers(),
              next.number(),
              next.number(),
              url,
              next.number(),
              rows);
      case Call.PART -> Call.measure(next.text(), url, next.number(), next.number(), rows);
      case Compile.PART ->
          Compile.measure(next.project(), next.variants(), next.number(), next.number(), rows);
      case Lookups.PART -> Lookups.measure(next.number(), rows);
      default -> throw new IllegalArgumentException("Unknown part: " + arguments);
    }
  }

  /** Reads arguments in order. */
  private static final class Reader {

    private final List<String> arguments;
    private int next;

    Reader(List<String> arguments) {
      this.arguments = arguments;
    }

    String text() {
      return Objects.requireNonNull(arguments.get(next++));
    }

    int number() {
      return Integer.parseInt(text());
    }

    List<Integer> numbers() {
      return Stream.of(text().split(",")).map(Integer::valueOf).toList();
    }

    Peer peer() {
      return Peer.valueOf(text());
    }

    Pace pace() {
      return Pace.valueOf(text());
    }

    Project project() {
      return new Project(Path.of(text()), Subject.valueOf(text()), number(), text());
    }

    List<Variant> variants() {
      return Stream.of(text().split(",")).map(Variant::valueOf).toList();
    }

    List<Flow> flows() {
      return Stream.of(text().split(",")).map(Flow::valueOf).toList();
    }
  }
}
