package dev.lightspeed.harness.workload;

/**
 * The client of one session, as far as it takes to know what its user sees: told what the user
 * sends and what the server answers, it says what the page is. Used by one thread.
 */
public interface Browser {

  /** The user does something: what was typed or ticked shows before the server answers. */
  void send(Event event);

  /**
   * The server's answer arrives.
   *
   * @throws RuntimeException if the frame does not fit the page
   */
  void receive(Frame frame);

  /** The HTML that the user sees. */
  String html();
}
