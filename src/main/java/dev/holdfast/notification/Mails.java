package dev.holdfast.notification;

import dev.holdfast.http.BaseUrl;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Mails in plain text and HTML through the operator's server; the Message-ID is the delivery's id. */
@Component
public class Mails {

    private final @Nullable MailServer server;
    private final String from;
    private final Clock clock;

    Mails(
            @Value("${holdfast.smtp-url:}") String url,
            @Value("${holdfast.mail-from:}") String from,
            BaseUrl baseUrl,
            Clock clock) {
        this.server = url.isBlank() ? null : MailServer.parse(url.strip());
        this.from = from.isBlank() ? "holdfast@" + baseUrl.of("/").getHost() : from.strip();
        this.clock = clock;
    }

    /** Whether a mail server is set. */
    public boolean areUsable() {
        return server != null;
    }

    /** One attempt, which has no transaction open. The same delivery sent again is the same mail. */
    public Outcome send(String to, String delivery, Briefing briefing) {
        if (server == null) return new Outcome.Failed("no mail server is set", true);
        var session = Session.getInstance(server.properties());
        try (var transport = session.getTransport(server.protocol())) {
            var mail = mail(session, to, delivery, briefing);
            transport.connect(server.host(), server.port(), server.user(), server.password());
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Outcome.Delivered("taken by the mail server");
        } catch (AddressException malformed) {
            return new Outcome.Failed("the address is malformed", true);
        } catch (AuthenticationFailedException refused) {
            return new Outcome.Failed("the mail server refused Holdfast's account");
        } catch (SendFailedException refused) {
            return new Outcome.Failed("the mail server refused the message");
        } catch (MessagingException lost) {
            return new Outcome.Failed("the mail server could not be used");
        }
    }

    private MimeMessage mail(Session session, String to, String delivery, Briefing briefing) throws MessagingException {
        var mail = new IdentifiedMail(session, delivery, from);
        mail.setFrom(new InternetAddress(from, true));
        mail.setRecipient(RecipientType.TO, new InternetAddress(to, true));
        mail.setSubject(Texts.cut(Texts.oneLine(briefing.subjectLine()), 300), "UTF-8");
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (briefing.urgent()) mail.setHeader("X-Priority", "1");
        var both = new MimeMultipart("alternative");
        both.addBodyPart(part(MailText.plain(briefing), "plain"));
        both.addBodyPart(part(MailText.html(briefing), "html"));
        mail.setContent(both);
        mail.saveChanges();
        return mail;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }

    /** Sent twice it is the same mail to the receiver's server. */
    private static final class IdentifiedMail extends MimeMessage {

        private final String id;

        IdentifiedMail(Session session, String delivery, String from) {
            super(session);
            this.id = "<" + delivery + from.substring(from.lastIndexOf('@')).replace(">", "") + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
