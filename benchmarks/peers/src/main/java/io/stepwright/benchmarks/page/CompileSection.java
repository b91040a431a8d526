package io.stepwright.benchmarks.page;

import io.stepwright.benchmarks.compile.Subject;
import io.stepwright.benchmarks.compile.Variant;
import io.stepwright.benchmarks.result.Figures;
import java.util.List;

/** The section on the time that processors add to the compiler. */
final class CompileSection extends Section {

  CompileSection(Figures figures) {
    super(figures);
  }

  @Override
  String title() {
    return "Compile";
  }

  @Override
  String body() {
    // Sorted, because the newest JDK is measured first.
    List<String> jdks = figures.texts("jdk").stream().sorted().toList();
    StringBuilder text = new StringBuilder();
    text.append(
        """
        How long javac takes for classes without any processor and with theirs, which includes to compile what is generated. *By hand* are the same classes and the generated ones as plain sources, without a processor:
        what the compiler takes for code that somebody would have to write. An agent has ten steps, a Dagger component ten bindings (five methods of a module, five constructors), a MapStruct mapper ten methods; how much code
        they stand for differs, so the seconds of different rows are no contest. A *fresh* JVM compiles once, as Maven's does; a *warm* one has compiled the same before, as a daemon's or an IDE's has.

        """);
    BarChart chart = new BarChart("What processors add to javac, fresh JVM", false);
    for (String jdk : jdks) {
      for (String count : figures.where("jdk", jdk).texts("count")) {
        chart.group("JDK " + jdk + ", " + count + " classes");
        for (Subject subject : Subject.values()) {
          double added = added(figures, jdk, "fresh", subject, count) / 1e3;
          chart.bar(subject.words(), added, Table.number(added) + " s");
        }
      }
    }
    text.append(chart("compile", chart));
    for (String jdk : jdks) {
      for (String jvm : figures.where("jdk", jdk).texts("jvm")) {
        text.append("### JDK ").append(jdk).append(", ").append(jvm).append(" JVM\n\n");
        text.append(table(jdk, jvm)).append("\n");
      }
    }
    return text.toString();
  }

  private Table table(String jdk, String jvm) {
    Table table =
        new Table(
            "",
            "classes",
            "with × without",
            "with × by hand",
            "adds, s",
            "adds a class, ms",
            "without, s",
            "by hand, s",
            "with, s");
    for (Subject subject : Subject.values()) {
      for (String count : figures.where("jdk", jdk, "jvm", jvm).texts("count")) {
        double plain = of(figures, jdk, jvm, subject, count, Variant.PLAIN);
        double written = of(figures, jdk, jvm, subject, count, Variant.WRITTEN);
        double processed = of(figures, jdk, jvm, subject, count, Variant.PROCESSED);
        if (!Double.isNaN(processed)) {
          table.row(
              List.of(
                  subject.words(),
                  count,
                  Table.ratio(processed / plain),
                  Table.ratio(processed / written),
                  Table.number((processed - plain) / 1e3),
                  Table.number((processed - plain) / Integer.parseInt(count)),
                  Table.number(plain / 1e3),
                  Table.number(written / 1e3),
                  Table.number(processed / 1e3)));
        }
      }
    }
    return table;
  }

  /** Returns the time that the processor adds, in milliseconds; NaN if it was not measured. */
  static double added(Figures figures, String jdk, String jvm, Subject subject, String count) {
    return of(figures, jdk, jvm, subject, count, Variant.PROCESSED)
        - of(figures, jdk, jvm, subject, count, Variant.PLAIN);
  }

  private static double of(
      Figures figures, String jdk, String jvm, Subject subject, String count, Variant variant) {
    return figures
        .where(
            "jdk",
            jdk,
            "jvm",
            jvm,
            "subject",
            subject.name(),
            "count",
            count,
            "variant",
            variant.name())
        .median("millis");
  }
}
