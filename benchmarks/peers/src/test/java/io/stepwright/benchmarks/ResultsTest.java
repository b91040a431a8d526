package io.stepwright.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.benchmarks.contender.Contender;
import io.stepwright.benchmarks.contender.Pace;
import io.stepwright.benchmarks.contenders.Peer;
import io.stepwright.benchmarks.flow.Expected;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.server.HeldServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Measured code must have computed the requested result. */
@Timeout(60)
class ResultsTest {

  private static HeldServer server;

  @BeforeAll
  static void start() throws Exception {
    server = HeldServer.start(question -> 1);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  static Stream<Arguments> all() {
    return Stream.of(Peer.values())
        .flatMap(
            peer ->
                Stream.of(Flow.values())
                    .flatMap(
                        flow ->
                            Stream.of(Pace.values())
                                .filter(pace -> peer.runs(flow, pace))
                                .map(pace -> Arguments.of(peer, flow, pace))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everybodyComputesTheSame(Peer peer, Flow flow, Pace pace) throws Exception {
    try (Contender contender = peer.create(flow, pace, id -> id % 3, server.url())) {
      for (int n : new int[] {0, 7, 42}) {
        assertThat(contender.run(n)).isEqualTo(Expected.of(flow, n));
      }
    }
  }
}
