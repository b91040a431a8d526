package io.stepwright.minilm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineTest {

  @TempDir Path folder;

  @Test
  void wantsNoConnection() throws Exception {
    assertThat(embed(Map.of())).contains("dimensions: 384").contains("connections: 0");
  }

  /** Also shows that the counter sees DJL's requests when they are not turned off. */
  @Test
  void leavesWhatTheApplicationHasSaid() throws Exception {
    String output = embed(Map.of("OPT_OUT_TRACKING", "false", "ai.djl.offline", "false"));
    assertThat(output).containsPattern("connections: [1-9]");
  }

  @Test
  void eitherOfTheTwoIsEnough() throws Exception {
    assertThat(embed(Map.of("ai.djl.offline", "false"))).contains("connections: 0");
    assertThat(embed(Map.of("OPT_OUT_TRACKING", "false"))).contains("connections: 0");
  }

  private String embed(Map<String, String> settings) throws Exception {
    Map<String, String> properties = new HashMap<>(settings);
    properties.put("DJL_CACHE_DIR", folder.resolve("cache").toString());
    properties.put("java.nio.channels.spi.SelectorProvider", CountingSelectors.class.getName());
    return ChildProcess.run(ConnectionCounter.class, properties, folder);
  }
}
