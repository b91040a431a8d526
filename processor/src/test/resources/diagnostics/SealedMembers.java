package app;

import io.stepwright.*;
import java.util.*;

@Agent
interface SealedMembers {
  sealed interface Mixed permits Fine, Open {}

  record Fine(int a) implements Mixed {}

  final class Open implements Mixed {}

  sealed interface Loose<T> permits Both {}

  record Both<A, B>(A a, B b) implements Loose<A> {}

  @EntryPoint("mixed")
  Mixed run(Mixed in);

  @AgentStep
  @When(value = "in", is = "Fine") // <- Condition: its member Open is a class, not a record
  @Model("m")
  @Prompt("{{in}}") // <- SlotType: its member Open is a class, not a record
  Mixed mixed(Mixed in); // <- UnsupportedResult: its member Open is a class, not a record

  @EntryPoint("loose")
  Loose<String> run2(String in);

  @AgentStep
  @Model("m")
  @Prompt("{{in}}")
  Loose<String> loose(String in); // <- UnsupportedResult: its member Both is generic, and Loose does not say of what

  sealed interface Levels permits Level {}

  enum Level implements Levels {
    LOW {}
  }

  @EntryPoint("levels")
  Levels run3(String in);

  @AgentStep
  @Model("m")
  @Prompt("{{in}}")
  Levels levels(String in); // <- UnsupportedResult: its member Level is an enum, not a record
}
