package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets somebody decide about each call of a {@link Tool} with a {@link SideEffect} before it runs.
 *
 * <pre>{@code
 * @Tool @SideEffect @Approve("Refund {{cents}} cents of {{orderId}}?")
 * protected Receipt refund(@From("ticket.customerId") String customer, String orderId, int cents) {
 *   return bank.pay(customer, orderId, cents);
 * }
 * }</pre>
 *
 * <p>The {@code io.stepwright.spi.Approvals} of the runtime decide about the exact call, with all
 * of its arguments. The default refuses every call. The model is told of a refusal.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Approve {

  /** The question for the person who decides, with slots for parameters of the tool. */
  String value();
}
