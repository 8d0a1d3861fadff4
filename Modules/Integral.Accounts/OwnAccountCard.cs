using Integral.Platform.Navigation;

namespace Integral.Accounts;

/// <summary>Leads everybody to what is theirs.</summary>
internal sealed class OwnAccountCard(Texts texts) : ICabinetCard
{
    public ValueTask<CabinetCard?> ShowAsync() =>
        new(new CabinetCard(texts["My account"], texts["Your language, your password and where you are signed in."], null, "/account", "user", 90));
}
