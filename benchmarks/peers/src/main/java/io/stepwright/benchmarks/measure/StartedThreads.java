package io.stepwright.benchmarks.measure;

import io.stepwright.benchmarks.contender.Contender;
import io.stepwright.benchmarks.contender.StepExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/** Counts the threads that runs start, with the JDK Flight Recorder. */
final class StartedThreads {

  private StartedThreads() {}

  /** Returns the threads started per run: virtual threads if the JDK has them. */
  static double of(Contender contender, int runs) throws Exception {
    String event = StepExecutor.isVirtual() ? "jdk.VirtualThreadStart" : "jdk.ThreadStart";
    Path file = Files.createTempFile("threads", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable(event).withoutStackTrace();
      recording.start();
      for (int i = 0; i < runs; i++) {
        contender.run(i % 100);
      }
      recording.stop();
      recording.dump(file);
      return (double) count(file, event) / runs;
    } finally {
      Files.delete(file);
    }
  }

  private static long count(Path file, String event) throws IOException {
    return RecordingFile.readAllEvents(file).stream()
        .filter(recorded -> recorded.getEventType().getName().equals(event))
        .count();
  }
}
