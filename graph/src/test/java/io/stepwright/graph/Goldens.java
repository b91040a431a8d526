package io.stepwright.graph;

import io.stepwright.descriptor.AgentDescriptor;
import io.stepwright.descriptor.DescriptorReader;
import io.stepwright.graph.analysis.EntryGraph;
import io.stepwright.graph.analysis.StepTimes;
import io.stepwright.graph.picture.SourceLinks;
import io.stepwright.graph.source.SourceFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Descriptors that the processor's golden tests record. */
public final class Goldens {

  static final Path FOLDER = Path.of("../processor/src/test/resources/golden");

  private Goldens() {}

  /** Reads a descriptor. */
  public static AgentDescriptor agent(String name) throws IOException {
    Path file = FOLDER.resolve(name + ".json");
    return DescriptorReader.read(Files.readString(file), file.toString());
  }

  /** The graphs of all descriptors. */
  public static List<EntryGraph> graphs(StepTimes times) throws IOException {
    List<EntryGraph> graphs = new ArrayList<>();
    for (String agent : List.of("Answers", "Onboarding", "Refunds", "Support", "Welcome")) {
      graphs.addAll(EntryGraph.of(agent(agent), times));
    }
    return graphs;
  }

  /** Source links that point nowhere. */
  public static SourceLinks links() {
    return new SourceLinks(new SourceFolders(List.of()), null);
  }
}
