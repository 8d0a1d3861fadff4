using Integral.Accounts;
using Integral.Administration;
using Integral.Announcements;
using Integral.Applications;
using Integral.Communication;
using Integral.Content;
using Integral.Help;
using Integral.People;
using Integral.Platform.Modules;
using Integral.Programs;
using Integral.Ui;
using Integral.Workflows;

namespace Integral.Web;

/// <summary>The modules built into this server. A new module is one line here.</summary>
public static class Modules
{
    public static ModuleCatalog All { get; } = new(
        new UiModule(),
        new AccountsModule(),
        new AdministrationModule(),
        new PeopleModule(),
        new ContentModule(),
        new HelpModule(),
        new CommunicationModule(),
        new WorkflowsModule(),
        new ApplicationsModule(),
        new ProgramsModule(),
        new AnnouncementsModule());
}
