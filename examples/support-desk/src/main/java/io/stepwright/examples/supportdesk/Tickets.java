package io.stepwright.examples.supportdesk;

import io.stepwright.examples.supportdesk.SupportDesk.Attachment;
import io.stepwright.examples.supportdesk.SupportDesk.Plan;
import io.stepwright.examples.supportdesk.SupportDesk.Ticket;
import java.util.List;

/** One ticket for each intent. */
final class Tickets {

  static final Ticket REFUND =
      new Ticket(
          "Ada",
          Plan.FREE,
          "The lamp of order AB-1234 arrived broken. I want my money back.",
          List.of(
              new Attachment("front.txt", "Photo: a desk lamp, its shade is cracked."),
              new Attachment("back.txt", "Photo: a desk lamp from behind, the foot is bent."),
              new Attachment("box.txt", "Photo: a cardboard box with a dent in one corner."),
              new Attachment("bill.txt", "Invoice 77, order AB-1234, one desk lamp, 39 euros."),
              new Attachment("mail.txt", "Invoice reminder, order AB-1234, paid on Monday."),
              new Attachment("chat.txt", "Log: 10:02 hello, 10:03 my lamp is broken.")));

  static final Ticket QUESTION =
      new Ticket("Ben", Plan.FREE, "Where is my parcel? It is order CD-5678.", List.of());

  static final Ticket OTHER =
      new Ticket(
          "Cleo",
          Plan.ENTERPRISE,
          "Nobody in our office can sign in since the update, and nobody calls us back!",
          List.of(new Attachment("server.txt", "Log: 08:00 sign-in failed, 08:01 failed.")));

  static final List<Ticket> ALL = List.of(REFUND, QUESTION, OTHER);

  private Tickets() {}
}
