package io.stepwright.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStartTest {

  private static final String FORM = "stepwright(-[0-9a-z]{1,32})+-";

  @Test
  void startsDiffer() {
    Set<String> starts = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      assertThat(starts.add(KeyStart.make())).isTrue();
    }
    assertThat(starts).allMatch(start -> start.matches(FORM) && start.length() <= 64);
  }

  @Test
  void aSystemWithoutTheDeviceGetsUuids(@TempDir Path folder) {
    String device = folder.resolve("absent").toString();

    assertThat(KeyStart.make(device)).matches(FORM).isNotEqualTo(KeyStart.make(device));
  }

  @Test
  void aDeviceThatEndsIsNotUsed(@TempDir Path folder) throws IOException {
    Path device = Files.write(folder.resolve("short"), new byte[15]);

    assertThat(KeyStart.make(device.toString())).isNotEqualTo(KeyStart.make(device.toString()));
  }
}
