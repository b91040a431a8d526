package io.stepwright.it.results;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Has mistakes of users. */
@Agent
public abstract class Faults {

  public record Person(String name, @Nullable Address address) {}

  public record Address(@Nullable String city, List<@Nullable String> lines) {}

  @EntryPoint("read")
  public abstract String open(String file);

  @EntryPoint("read")
  public abstract CompletableFuture<String> openLater(String file);

  @EntryPoint("later")
  public abstract String failLater(int number);

  @EntryPoint("nothing")
  public abstract String maybe(boolean yes);

  @EntryPoint("letter")
  public abstract String write(Person person);

  @EntryPoint("card")
  public abstract String draw(Person person, String motto);

  @AgentStep
  public String read(String file) throws IOException {
    throw new IOException("no " + file);
  }

  @AgentStep
  protected CompletableFuture<String> later(int number) {
    return CompletableFuture.supplyAsync(
        () -> {
          throw new IllegalArgumentException("bad " + number);
        });
  }

  @AgentStep
  @SuppressWarnings("NullAway")
  protected String nothing(boolean yes) {
    return yes ? "something" : null;
  }

  @EntryPoint("promised")
  public abstract String promise(long number);

  @EntryPoint("choice")
  public abstract Optional<String> choose(short number);

  @AgentStep
  protected CompletableFuture<String> promised(long number) {
    return CompletableFuture.completedFuture(null);
  }

  @AgentStep
  @SuppressWarnings({"NullAway", "NullableOptional", "OptionalAssignedToNull"})
  protected Optional<String> choice(short number) {
    return null;
  }

  @AgentStep
  @Model("tiny")
  @Prompt("Write to {{person.name}} in {{person.address.city}}.")
  protected abstract String letter(Person person);

  @AgentStep
  @Model("tiny")
  @Prompt(system = "{{motto}}", value = "Draw {{person}}.")
  protected abstract String card(Person person, String motto);
}
