package io.stepwright.examples.traveldesk;

import java.util.ArrayList;
import java.util.List;

/** Pays, and knows what it has paid. Thread-safe. */
public class Bank {

  /**
   * A payment.
   *
   * @param request the request that it was made for
   * @param traveller the traveller whose budget it came from
   */
  public record Payment(String request, String traveller, String purpose, int cents) {}

  private final List<Payment> payments = new ArrayList<>();

  synchronized Payment pay(String request, String traveller, String purpose, int cents) {
    Payment payment = new Payment(request, traveller, purpose, cents);
    payments.add(payment);
    return payment;
  }

  /** Returns the payments that were made for a request, in order. */
  synchronized List<Payment> payments(String request) {
    return payments.stream().filter(payment -> payment.request().equals(request)).toList();
  }

  /** Returns all payments, in order. */
  synchronized List<Payment> payments() {
    return List.copyOf(payments);
  }
}
