package io.stepwright.benchmarks.run;

import io.stepwright.benchmarks.result.Figures;
import io.stepwright.benchmarks.result.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores the rows of each part in a file. A new measurement of a part replaces its rows. Rows
 * remain stored even if a later process fails.
 */
final class Results {

  private final Path folder;

  Results(Path folder) {
    this.folder = folder;
  }

  /** Deletes the rows of a part. */
  void begin(String part) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(file(part), "");
  }

  /** Adds a row of a part. */
  void add(String part, Row row) {
    try {
      Files.writeString(file(part), row + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns all stored rows of some parts. */
  Figures read(List<String> parts) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String part : parts) {
      if (Files.exists(file(part))) {
        Files.readAllLines(file(part), StandardCharsets.UTF_8).stream()
            .map(Row::parse)
            .forEach(rows::add);
      }
    }
    return new Figures(rows);
  }

  private Path file(String part) {
    return folder.resolve(part + ".jsonl");
  }
}
