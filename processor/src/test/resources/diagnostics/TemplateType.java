package app;

import io.stepwright.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface TemplateType {
  enum Tone { WARM, BRIEF }

  sealed interface Offer permits Discount, Call {}

  record Discount(BigDecimal percent, LocalDate until) implements Offer {}

  record Call(byte minutes) implements Offer {}

  record Letter(
      String subject, String body, Tone tone, List<Offer> offers, Optional<String> note, int number, char grade, Map<String, String> tags) {}

  @EntryPoint
  Letter run(String name);

  @AgentStep
  @Template("templates/letter.json") // <- TemplateType: letter.json:1:1: 'body' of Letter is missing // <- TemplateType: letter.json:2:3: Letter has no component 'subjct'. It has: // <- TemplateType: letter.json:3:11: 'tone' is 'WARMER', which is no constant of Tone. // <- TemplateType: letter.json:5:14: 'offers[0].type' does not name a record of Offer. // <- TemplateType: letter.json:6:41: 'offers[1].minutes' is not a whole number from -128 to 127. // <- TemplateType: letter.json:7:49: 'offers[2].until' is not a date such as 2026-01-31. // <- TemplateType: letter.json:8:5: 'offers[3]' is one of several records // <- TemplateType: letter.json:10:13: 'number' is null, but its type int takes a number. Only an Optional may be null. // <- TemplateType: letter.json:11:12: 'grade' is not a single character. // <- TemplateType: letter.json:12:11: 'tags' is of type Map<String, String>, which a template cannot spell out. // <- TemplateType: 'subject' of Letter is missing
  Letter letter(String name);
}
