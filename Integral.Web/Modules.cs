using Integral.Accounts;
using Integral.Administration;
using Integral.Content;
using Integral.Help;
using Integral.People;
using Integral.Platform.Modules;
using Integral.Ui;

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
        new HelpModule());
}
