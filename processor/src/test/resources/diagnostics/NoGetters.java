package app;

import io.stepwright.*;

@Agent
interface NoGetters {
  class Person {
    String name = "";
  }

  class Half {
    public String name = "";

    public String mail() {
      return "";
    }
  }

  class Bare {}

  @EntryPoint
  String run(Person person, Half half, Bare bare);

  @AgentStep
  @Model("m")
  @Prompt(
      "{{person.name}} {{half.name}} {{bare.name}} {{half.mai}}") // <- UnknownSlot: Person has no accessor 'name'. It has a field of that name, and fields are not read: add name() or getName(), or make Person a record. // <- UnknownSlot: Half has no accessor 'name'. It has a field of that name // <- UnknownSlot: Bare has no accessor 'name'. It has none: add name() or getName(), or make Bare a record. // <- UnknownSlot: It has: mail. Did you mean 'mail'?
  String answer(Person person, Half half, Bare bare);
}
