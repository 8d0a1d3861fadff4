using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.People.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Registrations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "PersonId",
                table: "organisation_contacts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "organisation_registrations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sent = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ShortName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Country = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    TaxNumber = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Kpp = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Site = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    FamilyName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    GivenName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Patronymic = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Post = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Consent = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Culture = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisation_registrations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_organisation_registrations_organisation_contacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "organisation_contacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_organisation_registrations_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "self_registrations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Consent = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CheckedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_self_registrations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_self_registrations_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_organisation_contacts_PersonId",
                table: "organisation_contacts",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_organisation_registrations_ContactId",
                table: "organisation_registrations",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_organisation_registrations_Key",
                table: "organisation_registrations",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_organisation_registrations_OrganisationId",
                table: "organisation_registrations",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_organisation_registrations_Sent",
                table: "organisation_registrations",
                column: "Sent",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_organisation_registrations_State_Id",
                table: "organisation_registrations",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_self_registrations_CheckedAt_Id",
                table: "self_registrations",
                columns: new[] { "CheckedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_self_registrations_PersonId",
                table: "self_registrations",
                column: "PersonId");

            migrationBuilder.AddForeignKey(
                name: "FK_organisation_contacts_people_PersonId",
                table: "organisation_contacts",
                column: "PersonId",
                principalTable: "people",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_organisation_contacts_people_PersonId",
                table: "organisation_contacts");

            migrationBuilder.DropTable(
                name: "organisation_registrations");

            migrationBuilder.DropTable(
                name: "self_registrations");

            migrationBuilder.DropIndex(
                name: "IX_organisation_contacts_PersonId",
                table: "organisation_contacts");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "organisation_contacts");
        }
    }
}
