package io.stepwright.graph.measured;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads reports of runs in their JSON format. */
public final class RunReportReader {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int VERSION = 1;
  // States of executions whose time is representative of the step.
  private static final List<String> WHOLE = List.of("finished", "absent");

  private RunReportReader() {}

  /**
   * Reads a report, or all reports directly in a folder.
   *
   * @param path a file, or a folder with files whose names end in {@code .json}
   * @throws RunReportException if there is no report, or one cannot be read
   */
  public static List<MeasuredRun> read(Path path) {
    List<MeasuredRun> runs = new ArrayList<>();
    try {
      for (Path file : files(path)) {
        runs.add(run(file));
      }
    } catch (IOException e) {
      throw new RunReportException("The report " + path + " cannot be read", e);
    }
    if (runs.isEmpty()) {
      throw new RunReportException(
          "There is no report in "
              + path
              + ". Set stepwright.report.dir to a folder, and run the agent.",
          null);
    }
    return List.copyOf(runs);
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static MeasuredRun run(Path file) throws IOException {
    JsonNode report;
    try {
      report = JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new RunReportException(file + " is not JSON: " + e.getOriginalMessage(), e);
    }
    int version = report.path("formatVersion").asInt();
    if (version != VERSION || !report.path("times").isArray()) {
      throw new RunReportException(
          String.format(
              Locale.ROOT,
              "%s is no report of a run in version %d of the format. It says formatVersion %s.",
              file,
              VERSION,
              report.path("formatVersion")),
          null);
    }
    Map<String, Duration> steps = new HashMap<>();
    for (JsonNode step : report.path("times")) {
      if (WHOLE.stream().anyMatch(state -> step.path("states").path(state).asLong() > 0)) {
        steps.put(step.path("step").asText(), Duration.ofNanos(step.path("medianNanos").asLong()));
      }
    }
    return new MeasuredRun(report.path("agent").asText(), steps);
  }
}
