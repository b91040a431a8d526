package io.stepwright.it.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.it.results.Faults.Address;
import io.stepwright.it.results.Faults.Person;
import io.stepwright.it.support.Runtimes;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.StepFailedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FaultsTest {

  private final ModelServer server = ModelServer.http();
  private final AgentRuntime runtime = Runtimes.of(server);
  private final Faults faults = new WiredFaults(runtime);

  @AfterEach
  void close() {
    runtime.close();
    server.close();
  }

  @Test
  void aCheckedExceptionIsTheCause() {
    StepFailedException failure = failure(() -> faults.open("file"));
    assertThat(failure).hasMessageContainingAll("'read'", "Faults", "java.io.IOException");
    assertThat(failure.agent()).isEqualTo("Faults");
    assertThat(failure.step()).isEqualTo("read");
    assertThat(failure.getCause()).isExactlyInstanceOf(IOException.class).hasMessage("no file");
    // The stack trace contains the user's own line.
    assertThat(failure.getCause().getStackTrace()[0].toString()).contains("Faults.read");
  }

  @Test
  void aFutureFailsAsTheCallDoes() {
    assertThatThrownBy(() -> faults.openLater("file").join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(StepFailedException.class)
        .cause()
        .isExactlyInstanceOf(IOException.class);
  }

  @Test
  void aFailedFutureOfAStepIsTheCause() {
    assertThat(failure(() -> faults.failLater(3)).getCause())
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("bad 3");
  }

  @Test
  void aStepCalledDirectlyThrowsAsItIsDeclared() {
    assertThatThrownBy(() -> faults.read("file"))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("no file");
  }

  @Test
  void nullOfAStepNamesIt() {
    assertThat(faults.maybe(true)).isEqualTo("something");
    assertThat(failure(() -> faults.maybe(false)))
        .hasMessageContainingAll("'nothing'", "Faults", "returned null", "Optional");
    assertThat(failure(() -> faults.promise(1)))
        .hasMessageContainingAll("'promised'", "returned null");
    assertThat(failure(() -> faults.choose((short) 1)))
        .hasMessageContainingAll("'choice'", "returned null");
  }

  @Test
  void nullAsAnArgumentNamesIt() {
    assertThatThrownBy(() -> faults.open(null))
        .isExactlyInstanceOf(NullPointerException.class)
        .hasMessageContainingAll("Faults.open", "'file'");
    assertThatThrownBy(() -> faults.openLater(null))
        .isExactlyInstanceOf(NullPointerException.class)
        .hasMessageContainingAll("Faults.openLater", "'file'");
  }

  @Test
  void nullOnThePathOfASlotNamesIt() {
    assertThat(failure(() -> faults.write(new Person("Ada", null))))
        .hasMessageContainingAll("'letter'", "Faults", "{{person.address}}");
    assertThat(failure(() -> faults.write(new Person("Ada", new Address(null, List.of())))))
        .hasMessageContainingAll("'letter'", "{{person.address.city}}");
    assertThat(failure(() -> faults.write(new Person(null, new Address("Oslo", List.of())))))
        .hasMessageContaining("{{person.name}}");
    assertThat(server.count()).isZero();
  }

  @Test
  void nullInsideOfAJsonSlotNamesIt() {
    Address address = new Address("Oslo", Arrays.asList("first", null));
    assertThat(failure(() -> faults.draw(new Person("Ada", null), "m")))
        .hasMessageContainingAll("'card'", "{{person.address}}");
    assertThat(failure(() -> faults.draw(new Person("Ada", address), "m")))
        .hasMessageContainingAll("'card'", "{{person.address.lines");
    assertThat(server.count()).isZero();
  }

  private static StepFailedException failure(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    StepFailedException failure = catchThrowableOfType(StepFailedException.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
