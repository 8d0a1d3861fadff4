using Integral.Workflows.Contracts;

namespace Integral.Applications.Staff;

/// <summary>Tells the institution that sent somebody how far the application has come.</summary>
internal sealed class SenderNews(Catalogue catalogue)
{
    /// <summary>Sent when <c>Db</c> saves it. Nothing waits for an institution that isn't there any more.</summary>
    public void Became(Acting acting, Application application)
    {
        if (acting.Outbox is { } outbox && application is { SenderId: { } sender, SentId: { } id } && catalogue.Of(sender) is not null)
            outbox.Add(new StaffBecame(id, application.Number, application.Status, application.Version), sender);
    }
}
