package io.stepwright.reports;

import java.nio.file.Path;

final class Preview {
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    var everything = SampleRuns.everything();
    for (ReportFormat format : ReportFormat.values()) {
      format.write(everything, folder.resolve("everything." + format.extension()));
      format.write(SampleRuns.failed(), folder.resolve("failed." + format.extension()));
    }
    var items = SampleRuns.items(10_000);
    for (ReportFormat format : ReportFormat.values()) {
      long start = System.nanoTime();
      format.write(items, folder.resolve("items." + format.extension()));
      System.out.println(format + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
    System.out.println(everything.toText(110, false));
    System.out.println(SampleRuns.failed().toText());
    System.out.println(items.toText());
  }
}
