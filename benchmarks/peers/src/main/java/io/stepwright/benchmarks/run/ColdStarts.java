package io.stepwright.benchmarks.run;

import io.stepwright.benchmarks.result.Row;
import io.stepwright.benchmarks.start.ColdStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Starts JVMs with and without an archive of the classes that they load. */
final class ColdStarts {

  private final Path folder;
  private final Processes processes;
  private final int times;

  /**
   * Creates the measurement.
   *
   * @param folder the folder for the archives
   * @param processes runs the JVMs
   * @param times the number of starts of each kind
   */
  ColdStarts(Path folder, Processes processes, int times) {
    this.folder = folder;
    this.processes = processes;
    this.times = times;
  }

  void measure(Jdk jdk, Consumer<Row> rows) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    try (ServerProcess server = new ServerProcess(jdk, Program.PEERS, "0")) {
      for (ColdStart.Starter starter : ColdStart.Starter.values()) {
        Path archive = folder.resolve(starter + "-" + jdk.feature() + ".jsa");
        Files.deleteIfExists(archive);
        run(jdk, List.of("-XX:ArchiveClassesAtExit=" + archive), starter, server, "dump");
      }
      for (int i = 0; i < times; i++) {
        for (ColdStart.Starter starter : ColdStart.Starter.values()) {
          Path archive = folder.resolve(starter + "-" + jdk.feature() + ".jsa");
          run(jdk, List.of(), starter, server, "without").forEach(rows);
          run(jdk, List.of("-XX:SharedArchiveFile=" + archive), starter, server, "with")
              .forEach(rows);
        }
      }
    }
  }

  private List<Row> run(
      Jdk jdk,
      List<String> options,
      ColdStart.Starter starter,
      ServerProcess server,
      String sharing)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(options);
    // {@code -Xshare:on} makes an unusable archive an error; otherwise it would be ignored
    // silently.
    all.add(options.isEmpty() || sharing.equals("dump") ? "-Xshare:auto" : "-Xshare:on");
    String now = Long.toString(System.currentTimeMillis());
    return processes.run(
        Processes.java(
            jdk, all, ColdStart.class, List.of(starter.name(), server.url(), now, sharing)));
  }
}
