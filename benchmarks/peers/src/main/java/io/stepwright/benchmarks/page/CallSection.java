package io.stepwright.benchmarks.page;

import io.stepwright.benchmarks.calls.Client;
import io.stepwright.benchmarks.contenders.Peer;
import io.stepwright.benchmarks.result.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The section on the cost of one call. */
final class CallSection extends Section {

  CallSection(Figures figures) {
    super(figures);
  }

  @Override
  String title() {
    return "Call";
  }

  @Override
  String body() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        One call after another to a server that answers at once, measured by JMH: sampled times and what all threads allocate; the CPU time is that of the whole client process. Through Stepwright a call is a whole run of one model step,
        with its deadline, its retries and its typed answer. It goes over `java.net.http`, whose requests can be cancelled one by one, and which takes more than half of the processor time by a profile.
        These figures are of a former client, which wrote requests by the core of openai-java; [the first answer](#the-first-answer) and the answers after it are measured with the present one. Each of two warm-ups takes four seconds; before that every client needs several times as much, until its code is compiled.

        """);
    for (String jdk : figures.texts("jdk")) {
      Figures base = figures.where("jdk", jdk, "client", Client.JDK.name());
      Table table =
          new Table(
              "JDK " + jdk,
              "time × java.net.http",
              "CPU × java.net.http",
              "bytes × java.net.http",
              "median, µs",
              "p95, µs",
              "CPU, µs",
              "bytes");
      for (String client : clients()) {
        Figures own = figures.where("jdk", jdk, "client", client);
        if (!Double.isNaN(own.median("micros"))) {
          table.row(
              new ArrayList<>(
                  List.of(
                      words(client),
                      Table.ratio(own.median("micros") / base.median("micros")),
                      Table.ratio(own.median("cpuMicros") / base.median("cpuMicros")),
                      Table.ratio(own.median("bytes") / base.median("bytes")),
                      Table.number(own.median("micros")),
                      Table.number(own.median("micros95")),
                      Table.number(own.median("cpuMicros")),
                      Table.number(own.median("bytes")))));
        }
      }
      if (!table.isEmpty()) {
        text.append(table).append("\n");
      }
    }
    return text.toString();
  }

  private static List<String> clients() {
    return Stream.concat(
            Stream.of(Peer.STEPWRIGHT.name()), Stream.of(Client.values()).map(Client::name))
        .toList();
  }

  private static String words(String client) {
    return client.equals(Peer.STEPWRIGHT.name())
        ? Peer.STEPWRIGHT.words()
        : Client.valueOf(client).words();
  }
}
