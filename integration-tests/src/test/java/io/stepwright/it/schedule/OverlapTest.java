package io.stepwright.it.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.it.support.Runtimes;
import io.stepwright.it.support.Waiting;
import io.stepwright.runtime.AgentRuntime;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class OverlapTest {

  private static final Trip.Booked BOOKED =
      new Trip.Booked("seat of flight to Oslo", "breakfast of hotel in Oslo");

  @Test
  void independentStepsWaitForEachOther() {
    Map<String, CyclicBarrier> meetings = new java.util.HashMap<>();
    CyclicBarrier first = new CyclicBarrier(2);
    CyclicBarrier second = new CyclicBarrier(2);
    meetings.put("flight", first);
    meetings.put("hotel", first);
    meetings.put("seat", second);
    meetings.put("breakfast", second);
    try (AgentRuntime runtime = Runtimes.withoutModels()) {
      Trip trip = new WiredTrip(runtime, step -> Waiting.at(meetings.get(step)));
      assertThat(trip.book("Oslo")).isEqualTo(BOOKED);
      assertThat(trip.bookLater("Oslo").join()).isEqualTo(BOOKED);
    }
  }

  /** Holds one branch: the other one runs to its end, because there are no stages. */
  @ParameterizedTest
  @ValueSource(strings = {"flight", "hotel"})
  void aHeldStepHoldsBackNobodyElse(String held) {
    String endOfTheOther = held.equals("flight") ? "breakfast" : "seat";
    CountDownLatch otherBranch = new CountDownLatch(1);
    try (AgentRuntime runtime = Runtimes.withoutModels()) {
      Trip trip =
          new WiredTrip(
              runtime,
              step -> {
                if (step.equals(held)) {
                  Waiting.on(otherBranch);
                } else if (step.equals(endOfTheOther)) {
                  otherBranch.countDown();
                }
              });
      assertThat(trip.book("Oslo")).isEqualTo(BOOKED);
    }
  }
}
