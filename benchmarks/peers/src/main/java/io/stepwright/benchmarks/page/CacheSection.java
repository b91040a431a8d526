package io.stepwright.benchmarks.page;

import io.stepwright.benchmarks.result.Figures;
import java.util.List;

/** The section on answers found by meaning. */
final class CacheSection extends Section {

  CacheSection(Figures figures) {
    super(figures);
  }

  @Override
  String title() {
    return "Cache";
  }

  @Override
  String body() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        A thousand questions are remembered; each is asked again in other words. A look-up through Stepwright is a whole run with its key, its embedding, the search, the guards and a second look at the
        text; beside it, in turn and so under the same load, LangChain4j's embedder with the same weights and a list that is looked through by hand, without any of that. [What the cache costs](cache-speed.md) has
        its figures in process and on Redis, [how good it is](cache-quality.md) what it finds and what it must not.

        """);
    for (String jdk : figures.texts("jdk")) {
      Table table = new Table("JDK " + jdk, "× by hand", "median, ms", "found");
      double base = of(jdk, "HAND");
      for (String lookup : List.of("STEPWRIGHT", "HAND")) {
        double found = figures.where("jdk", jdk, "lookup", lookup).median("found") * 100;
        table.row(
            List.of(
                lookup.equals("HAND") ? "LangChain4j's embedder, by hand" : "Stepwright",
                Table.ratio(of(jdk, lookup) / base),
                Table.number(of(jdk, lookup) / 1e3),
                Double.isNaN(found) ? "" : Table.number(found) + " %"));
      }
      text.append(table).append("\n");
    }
    text.append(
        """
        No semantic cache of a peer is in the table. RedisVL for Java 0.13.1 was tried on this Redis 8.0: its `SemanticCache` needs the query engine, a module that this build of Redis has not
        (`MODULE LIST` names `vectorset` alone, `FT.CREATE` is an unknown command), and fails at the first look-up with `RedisVLException: Index c does not exist`. Our own store needs vector sets only.
        """);
    return text.toString();
  }

  private double of(String jdk, String lookup) {
    return figures.where("jdk", jdk, "lookup", lookup).median("micros");
  }
}
