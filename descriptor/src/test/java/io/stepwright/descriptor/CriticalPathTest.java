package io.stepwright.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.descriptor.CriticalPath.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriticalPathTest {

  @Test
  void theLongestChainIsFound() {
    CriticalPath path =
        CriticalPath.of(
            List.of(
                new Node("a", 5, List.of()),
                new Node("b", 3, List.of()),
                new Node("c", 3, List.of("b")),
                new Node("d", 1, List.of("a", "c")),
                new Node("e", 3, List.of("a"))));
    assertThat(path).isEqualTo(new CriticalPath(List.of("a", "e"), 8));
    path =
        CriticalPath.of(
            List.of(
                new Node("a", 4, List.of()),
                new Node("b", 3, List.of("unknown")),
                new Node("c", 3, List.of("b")),
                new Node("d", 1, List.of("a", "c"))));
    assertThat(path).isEqualTo(new CriticalPath(List.of("b", "c", "d"), 7));
  }

  @Test
  void aChainWithoutLengthIsNone() {
    Node skipped = new Node("skipped", 0, List.of());
    assertThat(CriticalPath.of(List.of(skipped))).isEqualTo(new CriticalPath(List.of(), 0));
    assertThat(CriticalPath.of(List.of(skipped, new Node("a", 2, List.of("skipped")))))
        .isEqualTo(new CriticalPath(List.of("a"), 2));
    assertThat(
            CriticalPath.of(
                List.of(
                    new Node("a", 2, List.of()),
                    new Node("b", 0, List.of("a")),
                    new Node("c", 1, List.of("b")))))
        .isEqualTo(new CriticalPath(List.of("a", "b", "c"), 3));
  }

  @Test
  void nothingIsZero() {
    assertThat(CriticalPath.of(List.of())).isEqualTo(new CriticalPath(List.of(), 0));
  }
}
