package io.stepwright.benchmarks.page;

import io.stepwright.benchmarks.call.Call;
import io.stepwright.benchmarks.compile.Compile;
import io.stepwright.benchmarks.contenders.Peer;
import io.stepwright.benchmarks.meaning.Lookups;
import io.stepwright.benchmarks.measure.Load;
import io.stepwright.benchmarks.measure.Overhead;
import io.stepwright.benchmarks.measure.Schedule;
import io.stepwright.benchmarks.result.Figures;
import io.stepwright.benchmarks.start.ColdStart;
import io.stepwright.benchmarks.tools.ToolCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page with all available figures. Not thread-safe. */
public final class Page {

  private final Figures figures;
  private final String machine;
  private final Map<String, String> versions;
  private final List<Section> sections;

  /**
   * Creates a page.
   *
   * @param figures the figures of all parts
   * @param machine a description of the machine
   * @param versions the versions of the libraries, by artifact
   */
  public Page(Figures figures, String machine, Map<String, String> versions) {
    this.figures = figures;
    this.machine = machine;
    this.versions = versions;
    this.sections =
        List.of(
            new ScheduleSection(figures.where("part", Schedule.PART)),
            new OverheadSection(figures.where("part", Overhead.PART)),
            new LoadSection(figures.where("part", Load.PART)),
            new CallSection(figures.where("part", Call.PART)),
            new ToolsSection(figures.where("part", ToolCost.PART)),
            new StartSection(figures.where("part", ColdStart.PART)),
            new CompileSection(figures.where("part", Compile.PART)),
            new CacheSection(figures.where("part", Lookups.PART)));
  }

  /** Returns the artifacts whose versions the page names. */
  public static List<String> artifacts() {
    return Stream.concat(
            Stream.of(Peer.values()).filter(Peer::isLibrary).map(Peer::artifact),
            Stream.of("langchain4j-open-ai", "openai-java", "mapstruct"))
        .toList();
  }

  /** Returns the page in Markdown. */
  public String markdown() {
    return """
        # Side by side

        Stepwright beside code written by hand and beside other libraries: the same graphs, the same results (every one is checked), on the same machine, in turn, each in a process of its own.
        Everything is a median. Where somebody else is better, the table says so.

        Measured on %s. With %s.

        ## Goals

        %s
        %s
        ## How everybody does it

        - **Stepwright** with its defaults, time limits included; *reporting* is the same agent with a `RunReport` of every run.
        - **By hand, threads**: blocking code; what runs beside the caller is submitted to virtual threads (before JDK 21 to a cached pool), the caller goes the longest path itself.
        - **By hand, CompletableFuture**: composed futures on the same executor.
        - **Dagger Producers**: each step is a `@Produces` method, a component for each run, on the same executor.
        - **LangChain4j agentic**: sequences and parallel workflows inside of each other, a parallel mapper for the fan-out, with the executor set. Where chains cross, parallel workflows one after another.
        - **LangGraph4j**: parallel branches with their executor set; branches of several steps are graphs of their own. Where chains cross, layers of branches.
        - By-hand code and Dagger call with `java.net.http`; LangChain4j with its own client; LangGraph4j, which has none, with LangChain4j's, as its documentation does.

        - **Tools**: services of LangChain4j, with its client set to HTTP/1.1, and the `ChatClient` of Spring AI, with its converter made once and the schema in the request. Both are on a class path of their own.

        ## Not in the tables

        - **Embabel** 0.5.0 is made to be run by a Spring Boot application, whose context makes its platform. It was tried without one, with the stand-ins of its own test helper: the guide's flow ran, its independent steps at once.
          But that is not how anybody runs it, and its dependencies (Spring Boot, Spring AI, Logback, an MCP client) would be on the class path of everybody else here.

        ## Measure your own machine

        ```
        benchmarks/run
        ```

        measures everything on JDK 17 and 25 and prints this page, which takes about 50 minutes; `--short` needs less than ten, `benchmarks/run load call` measures these parts anew, and `--update` writes the page here.
        """
        .formatted(
            machine,
            versions.entrySet().stream()
                .map(version -> version.getKey() + " " + version.getValue())
                .collect(Collectors.joining(", ")),
            new Goals(figures).markdown(),
            sections.stream().map(Section::markdown).collect(Collectors.joining("\n")));
  }

  /** Writes the page and its charts into a folder. */
  public void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("benchmarks.md"), markdown());
    for (Section section : sections) {
      for (Map.Entry<String, BarChart> chart : section.charts.entrySet()) {
        Files.writeString(folder.resolve(chart.getKey()), chart.getValue().svg());
      }
    }
  }
}
