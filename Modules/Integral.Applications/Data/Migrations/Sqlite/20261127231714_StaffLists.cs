using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Applications.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StaffLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SenderId",
                table: "applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SentId",
                table: "applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SenderId",
                table: "application_lists",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "application_offers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CentreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpeningId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_offers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "staff_lists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sent = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CentreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpeningId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Consent = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_lists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "staff_listed",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ListId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 302, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Trouble = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_listed", x => x.Id);
                    table.ForeignKey(
                        name: "FK_staff_listed_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_staff_listed_staff_lists_ListId",
                        column: x => x.ListId,
                        principalTable: "staff_lists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_applications_SenderId_SentId",
                table: "applications",
                columns: new[] { "SenderId", "SentId" },
                filter: "\"SenderId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_application_offers_CentreId_OpeningId",
                table: "application_offers",
                columns: new[] { "CentreId", "OpeningId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_staff_listed_ListId",
                table: "staff_listed",
                column: "ListId");

            migrationBuilder.CreateIndex(
                name: "IX_staff_listed_PersonId",
                table: "staff_listed",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_staff_lists_CentreId_OpeningId",
                table: "staff_lists",
                columns: new[] { "CentreId", "OpeningId" });

            migrationBuilder.CreateIndex(
                name: "IX_staff_lists_Sent",
                table: "staff_lists",
                column: "Sent",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "application_offers");

            migrationBuilder.DropTable(
                name: "staff_listed");

            migrationBuilder.DropTable(
                name: "staff_lists");

            migrationBuilder.DropIndex(
                name: "IX_applications_SenderId_SentId",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "SenderId",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "SentId",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "SenderId",
                table: "application_lists");
        }
    }
}
