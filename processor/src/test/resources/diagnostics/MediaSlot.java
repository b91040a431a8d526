package app;

import io.stepwright.*;
import io.stepwright.runtime.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface MediaSlot {
  record Claim(String text, Image photo, List<Page> pages) {}

  record Page(Pdf scan) {}

  @EntryPoint(
      value = "step",
      also = {"inRecord", "inList", "inArray", "inMap", "inTemplate", "inInstruction", "fine"})
  String run(Image photo, Claim claim);

  @AgentStep
  @Model("m")
  @Prompt(value = "Look", system = "You see {{photo}}") // <- MediaSlot: is of type Image, and stands in the system message
  String inSystem(Image photo);

  @EntryPoint("inSystem")
  String other(Image photo);

  @AgentStep
  default String step() {
    return "";
  }

  @AgentStep
  @Model("m")
  @Prompt("{{claim}}") // <- MediaSlot: holds a medium, 'claim.photo' of type Image, which has no form as JSON. A slot takes a medium, a List of media or an Optional medium by itself. Write {{claim.photo}} where it belongs
  int inRecord(Claim claim);

  @AgentStep
  @Model("m")
  @Prompt("{{claim.pages}}") // <- MediaSlot: 'claim.pages[].scan' of type Pdf, which has no form as JSON. A slot takes a medium, a List of media or an Optional medium by itself. Hand the media in as a List of their own.
  long inList(Claim claim);

  @AgentStep
  default Audio[] sounds() {
    return new Audio[0];
  }

  @AgentStep
  @Model("m")
  @Prompt("{{sounds}}") // <- MediaSlot: 'sounds[]' of type Audio
  short inArray(Audio[] sounds);

  @AgentStep
  default Map<String, Image> album() {
    return Map.of();
  }

  @AgentStep
  @Model("m")
  @Prompt("{{album}}") // <- MediaSlot: 'album[]' of type Image
  byte inMap(Map<String, Image> album);

  @AgentStep
  @Template("templates/photo.txt") // <- MediaSlot: photo.txt:1:13, is of type Image, and stands in a file of a template
  String inTemplate(Image photo);

  @AgentStep
  @Model("m")
  @Template("templates/photo-open.txt") // <- MediaSlot: photo-open.txt:1:19, is of type Image, and stands in a file of a template
  String inInstruction(Image photo);

  @AgentStep
  @Model("m")
  @Cached
  @Prompt("{{photo}} {{claim.photo}} {{claim.text}}")
  double fine(Image photo, Claim claim);
}
