package com.example.shop;

import dev.lightspeed.harness.workload.Frame;
import java.util.List;

/** The same till, that sends more than it has to. */
public final class ChattyTill extends Till {

  @Override
  protected Frame frame(List<String> items) {
    return Frame.of("<li class=item>" + items.get(items.size() - 1) + "</li>", 1);
  }
}
