namespace Integral.People;

/// <summary>A first password on its way to its owner. It lives in one answer; where long work made it, encrypted for an hour.</summary>
internal sealed record Slip(Guid PersonId, string Name, string Login, string Password);
