package dev.holdfast.notification;

import org.springframework.stereotype.Component;

/** Deliveries as mails. */
@Component
final class EmailChannel implements Channel {

    private final Mails mails;

    EmailChannel(Mails mails) {
        this.mails = mails;
    }

    @Override
    public By by() {
        return By.EMAIL;
    }

    @Override
    public boolean isUsable() {
        return mails.areUsable();
    }

    @Override
    public Outcome deliver(Parcel parcel) {
        return mails.send(parcel.address(), parcel.delivery().id(), parcel.briefing());
    }
}
